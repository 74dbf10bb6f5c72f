/** Where telephony calls us, below /webhooks/. */
export const phoneSources = [
  "phone/transcripts",
  "phone/calls",
  "phone/calls/stringee",
  "phone/calls/omicall",
  "phone/calls/asterisk",
] as const;
export type PhoneSource = (typeof phoneSources)[number];
