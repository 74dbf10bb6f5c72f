import type { Alert } from "#contracts/outbound-message";

/** What each member of staff has been told, newest first. */
export interface AlertList {
  /** Stores an alert; the same one again changes nothing, an acknowledgement included. */
  put(alert: Alert): Promise<void>;
  /** `after` is the id of the last alert of the page before. */
  list(
    staff: string,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<{ readonly items: readonly Alert[]; readonly next?: string }>;
  /** Only in one's own list, and once: `first` is false where somebody did it before. */
  acknowledge(
    staff: string,
    id: string,
    by: string,
    at: Date,
  ): Promise<{ readonly alert: Alert; readonly first: boolean } | undefined>;
}
