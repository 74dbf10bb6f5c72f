import * as z from "zod";

/** How long ago a Zalo user last did something, as far as Zalo's rules care. */
export const zaloWindowSchema = z.strictObject({
  /** Absent: all users that nothing else is said of. */
  userId: z.string().optional(),
  /** "open": within seven days; "closed": longer ago; "blocked": the user does not want to hear from us. */
  state: z.enum(["open", "closed", "blocked"]),
});
type ZaloWindow = z.infer<typeof zaloWindowSchema>;

export interface ZaloWindows {
  set(window: ZaloWindow): void;
  stateOf(userId: string): ZaloWindow["state"];
}

/** Everybody's window is open until a test, or a curious person, shuts it. */
export function zaloWindows(): ZaloWindows {
  const states = new Map<string | undefined, ZaloWindow["state"]>();
  return {
    set: ({ userId, state }) => void states.set(userId, state),
    stateOf: (userId) => states.get(userId) ?? states.get(undefined) ?? "open",
  };
}
