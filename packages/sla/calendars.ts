import type { CalendarsFile } from "#contracts/configuration/calendar";
import { type WorkingCalendar, workingCalendar } from "#sla/working-calendar";

/** A province's calendars by id; without an id, the one of agencies that name none. */
export type Calendars = (id?: string) => WorkingCalendar;

/** Builds each calendar when it is first asked for, and keeps it. */
export function calendarsOf({ calendars, defaultCalendar, exceptions }: CalendarsFile): Calendars {
  const built = new Map<string, WorkingCalendar>();
  return (id = defaultCalendar) => {
    const known = built.get(id);
    if (known !== undefined) return known;
    const configuration = calendars.find((calendar) => calendar.id === id);
    if (configuration === undefined) {
      throw new RangeError(`Unknown calendar "${id}", expected one of ${calendars.map((c) => c.id).join(", ")}`);
    }
    const list = configuration.exceptions === undefined ? undefined : exceptions[configuration.exceptions];
    const calendar = workingCalendar(configuration, list);
    built.set(id, calendar);
    return calendar;
  };
}
