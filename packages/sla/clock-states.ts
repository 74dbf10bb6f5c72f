import type { Clock } from "#contracts/clock";

export type RunningClock = Extract<Clock, { state: "running" }>;
export type PausedClock = Extract<Clock, { state: "paused" }>;
export type BreachedClock = Extract<Clock, { state: "breached" }>;
/** A clock whose promise is still to be kept. */
export type OpenClock = RunningClock | PausedClock | BreachedClock;

export function isOpen(clock: Clock): clock is OpenClock {
  return clock.state === "running" || clock.state === "paused" || clock.state === "breached";
}
