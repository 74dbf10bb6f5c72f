import type { SampleRequest } from "#local/send/sample";

export type FaultChannel = "zalo" | "sms" | "phone" | "web";

/** One thing that one invented citizen says once, and the call that brings it. */
export interface CitizenMessage {
  /** Stands in its text, so that it is found again wherever it goes. */
  readonly marker: string;
  readonly citizen: number;
  readonly channel: FaultChannel;
  readonly sentAt: Date;
  /** Not yet signed. */
  readonly request: SampleRequest;
}

const json = { "content-type": "application/json" };
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8");
const post = (path: string, body: unknown, headers = {}): SampleRequest => ({
  method: "POST",
  path,
  query: "",
  headers: { ...json, ...headers },
  body: bytes(body),
});

type Words = Omit<CitizenMessage, "request"> & { readonly text: string };

const phoneOf = (citizen: number) => `8490000${String(1000 + citizen).padStart(4, "0")}`;

const writers: Readonly<Record<FaultChannel, (words: Words) => SampleRequest>> = {
  zalo: ({ citizen, marker, sentAt, text }) =>
    post("/webhooks/zalo", {
      app_id: "1022100000000000001",
      event_name: "user_send_text",
      timestamp: String(sentAt.getTime()),
      sender: { id: `66200112233445${String(citizen).padStart(5, "0")}` },
      recipient: { id: "1022200000000000002" },
      message: { text, msg_id: `zalo-${marker}` },
    }),
  sms: ({ citizen, marker, sentAt, text }) => ({
    method: "GET",
    path: "/webhooks/sms/esms",
    query: new URLSearchParams({
      sender: phoneOf(citizen),
      content: `PA ${text}`,
      serviceNumber: "8079",
      keyword: "PA",
      smsid: `sms-${marker}`,
      receiverTime: new Date(sentAt.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, "").slice(0, 14),
    }).toString(),
    headers: {},
    body: new Uint8Array(),
  }),
  phone: ({ citizen, marker, sentAt, text }) =>
    post("/webhooks/phone/transcripts", {
      call: {
        id: `call-${marker}`,
        from: `+${phoneOf(citizen)}`,
        to: "1022",
        direction: "inbound",
        startedAt: sentAt.toISOString(),
        endedAt: new Date(sentAt.getTime() + 60_000).toISOString(),
      },
      transcript: { language: "vi", turns: [{ speaker: "citizen", startMs: 0, endMs: 5000, text }] },
    }),
  web: ({ citizen, marker, text }) =>
    post(
      "/api/v1/tickets",
      { text, phone: `+${phoneOf(citizen)}`, publish: false, anonymous: false, consent: { contact: true } },
      { "idempotency-key": `web-${marker}` },
    ),
};

/** The call by which a channel brings these words. */
export function citizenMessage(words: Words): CitizenMessage {
  const { text: _, ...rest } = words;
  return { ...rest, request: writers[words.channel](words) };
}
