import type { Clock, ClockName } from "#contracts/clock";
import type { SlaEvent } from "#contracts/domain-event";
import { isOpen, type OpenClock } from "#sla/clock-states";

/** A ticket's clocks while an act changes them, and the events that say how. */
export interface ClockBook {
  readonly events: readonly SlaEvent[];
  clocks(): readonly Clock[];
  /** The open clocks, in the order in which they were started. */
  open(): readonly OpenClock[];
  /** The open clock of a name. */
  openOf(name: ClockName): OpenClock | undefined;
  /** The last epoch of a name; 0 when it never ran. */
  epochOf(name: ClockName): number;
  /** An event replaces the clock of its name and epoch. */
  record(event: SlaEvent): void;
}

/** Opens the book on the clocks as they are; the ticket itself stays as it was. */
export function clockBook(clocks: readonly Clock[]): ClockBook {
  const current = [...clocks];
  const events: SlaEvent[] = [];
  return {
    events,
    clocks: () => current,
    open: () => current.filter(isOpen),
    openOf: (name) => current.filter(isOpen).findLast((clock) => clock.name === name),
    epochOf: (name) => Math.max(0, ...current.filter((clock) => clock.name === name).map(({ epoch }) => epoch)),
    record(event) {
      events.push(event);
      const { name, epoch } = event.clock;
      const place = current.findIndex((clock) => clock.name === name && clock.epoch === epoch);
      if (place < 0) current.push(event.clock);
      else current[place] = event.clock;
    },
  };
}
