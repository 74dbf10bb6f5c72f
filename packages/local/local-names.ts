/** What the local system calls its table and buckets. Deployed, CDK chooses the names. */
export const localNames = {
  table: "hotline1022",
  transcripts: "hotline1022-transcripts",
  attachments: "hotline1022-attachments",
} as const;

/** The queues, by the name that people use for them. */
export const localQueues = {
  inbound: { name: "inbound.fifo", deadLetters: "inbound-dead-letters.fifo", isFifo: true },
  "sla-due": { name: "sla-due", deadLetters: "sla-due-dead-letters", isFifo: false },
  outbound: { name: "outbound", deadLetters: "outbound-dead-letters", isFifo: false },
} as const;

export type LocalQueueName = keyof typeof localQueues;

/** After so many attempts a message is put aside for people to look at. */
export const MAX_RECEIVE_COUNT = 5;
