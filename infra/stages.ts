import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { LanguageModelSettings } from "#language-model/language-model-settings";
import type { FunctionName } from "../functions/function-names.ts";
import { PROVINCE_FOLDER } from "./build/copy-province.ts";

/** Who vouches for the desk's staff: the province's own single sign-on, or a user pool made here. */
type StaffLogin =
  | { readonly kind: "oidc"; readonly issuer: string; readonly audience: string }
  | { readonly kind: "cognito" };

/** What differs between one deployment and another. One AWS account a stage: metrics and quotas are then its own. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  /** Tickets outlive the stack: table and buckets are kept, and cannot be deleted by mistake. */
  readonly keepsData: boolean;
  readonly logRetention: RetentionDays;
  readonly staffLogin: StaffLogin;
  /** Where citizens and vendors reach us, when a domain of the province stands before the API. */
  readonly publicUrl?: string;
  /** Gets every alarm; without one, alarms are only seen on the dashboard. */
  readonly alarmEmail?: string;
  /** The domain that SES may send from; without one, nothing goes by e-mail. */
  readonly emailDomain?: string;
  /** Mail to that domain becomes tickets. Not every region of AWS takes mail in. */
  readonly receivesMail: boolean;
  /**
   * Most copies of a function at once, for those that strangers can call: a flood then costs a known sum and leaves
   * the account's other functions their share. Empty where the account's quota is too small to reserve any.
   */
  readonly reservedConcurrency: Partial<Readonly<Record<FunctionName, number>>>;
  /** Requests a second that the API lets through, and the burst above it. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** Copies of send-message at once; vendors of text messages cut off who sends faster than agreed. */
  readonly vendorConcurrency: number;
  /**
   * An emulator stands in for AWS. MiniStack enforces IAM with two differences: it knows no names where several
   * parameters are read at once, and has an action of its own for a batch of messages.
   */
  readonly emulated: boolean;
  /**
   * Writes title and lines of transcribed calls, out of their masked words; without one they are taken from the caller's
   * own. Its region is where those words go.
   */
  readonly languageModel?: LanguageModelSettings;
  /** Plain settings by the name of their variable, such as the base URL of a vendor. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A place to try things: small, forgetful, nobody is woken. */
export const dev: Stage = {
  name: "dev",
  region: "ap-southeast-1", // Singapore, the nearest to Vietnam
  keepsData: false,
  logRetention: RetentionDays.ONE_WEEK,
  staffLogin: { kind: "cognito" },
  receivesMail: false,
  reservedConcurrency: {},
  throttle: { rateLimit: 50, burstLimit: 100 },
  vendorConcurrency: 2,
  emulated: false,
  settings: { PROVINCE: PROVINCE_FOLDER },
};

/** One province at work. The figures carry ten times the busiest hour of 15,000 tickets a month. */
export const prod: Stage = {
  ...dev,
  name: "prod",
  keepsData: true,
  receivesMail: true,
  logRetention: RetentionDays.THREE_MONTHS,
  reservedConcurrency: { "channel-webhooks": 100, "citizen-api": 50, "desk-api": 50 },
  throttle: { rateLimit: 200, burstLimit: 500 },
  vendorConcurrency: 5,
};
