/** Every Lambda function, named as its folder in `functions/` and its folder in `dist/`. */
export const functionNames = [
  "channel-webhooks",
  "read-transcript",
  "citizen-api",
  "open-ticket",
  "desk-api",
  "sweep-sla",
  "fire-sla",
  "publish-events",
  "send-message",
] as const;
export type FunctionName = (typeof functionNames)[number];
