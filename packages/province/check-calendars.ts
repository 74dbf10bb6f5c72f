import type { CalendarsFile } from "#contracts/configuration/calendar";
import type { Draft } from "#province/draft";

const file = "calendars.json";

/** Shifts follow each other, days off are listed once, and every named list and calendar exists. */
export function checkCalendars({ single: { calendars: given } }: Draft): string[] {
  if (given === undefined) return [];
  const ids = given.calendars.map(({ id }) => id);
  const unknownDefault = ids.includes(given.defaultCalendar)
    ? []
    : [`${file} defaultCalendar: unknown calendar "${given.defaultCalendar}", expected one of ${ids.join(", ")}`];
  const doubled = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${file} calendars: "${id}" is there twice, expected it once`);
  return [...unknownDefault, ...doubled, ...given.calendars.flatMap(calendarMistakes(given)), ...doubledDays(given)];
}

const calendarMistakes =
  ({ exceptions }: CalendarsFile) =>
  (calendar: CalendarsFile["calendars"][number], index: number): string[] => {
    const list = calendar.exceptions;
    const unknown =
      list === undefined || list in exceptions
        ? []
        : [
            `${file} calendars[${index}].exceptions: unknown list "${list}", expected one of ${Object.keys(exceptions).join(", ")}`,
          ];
    const tangled = Object.entries(calendar.weekly).filter(([, shifts]) =>
      shifts.some(([opens], position) => opens < (shifts[position - 1]?.[1] ?? "")),
    );
    return [
      ...unknown,
      ...tangled.map(
        ([day]) => `${file} calendars[${index}].weekly.${day}: shifts overlap, expected each to open after the last`,
      ),
    ];
  };

function doubledDays({ exceptions }: CalendarsFile): string[] {
  return Object.entries(exceptions).flatMap(([list, { days }]) => {
    const dates = days.map(({ date }) => date);
    return days
      .filter(({ date }, index) => dates.indexOf(date) !== index)
      .map(({ date }) => `${file} exceptions.${list}.days: ${date} is there twice, expected one entry for each day`);
  });
}
