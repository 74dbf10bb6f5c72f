import type { Alert } from "#contracts/outbound-message";

/** The list that everybody who answers for the whole province reads. */
export const PROVINCE_LIST = "~province";
/** The list that everybody of an agency reads; no staff id begins like this. */
export const agencyList = (agency: string): string => `~${agency}`;

/** What people, agencies and the province have been told, newest first. An alert has one id in all lists that hold it. */
export interface AlertList {
  /** Stores alerts, each in the list of its `staff`; the same again changes nothing, an acknowledgement included. */
  put(alerts: readonly Alert[]): Promise<void>;
  /** Several lists as one; `after` is what the page before answered. */
  page(
    owners: readonly string[],
    limit: number,
    after?: string,
  ): Promise<{ readonly alerts: readonly Alert[]; readonly after?: string }>;
  find(owners: readonly string[], id: string): Promise<Alert | undefined>;
  /** Marks an alert as seen in every list that holds it; the first acknowledgement stays. */
  acknowledge(alert: Alert, by: string, at: Date): Promise<Alert>;
}
