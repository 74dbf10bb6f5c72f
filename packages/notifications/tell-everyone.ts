import type { AlertList } from "#notifications/alert-list";
import type { Outbox } from "#notifications/outbox";
import type { Storm } from "#notifications/storm";
import type { Telling } from "#notifications/what-to-tell";

export interface TellEveryoneDependencies {
  readonly alerts: Pick<AlertList, "put">;
  readonly outbox: Pick<Outbox, "put">;
  readonly storm: Pick<Storm, "admit">;
  /** Puts a message's id on the outbound queue. */
  readonly enqueue: (messageId: string) => Promise<void>;
  readonly now: () => Date;
}

/**
 * Carries out what is to be told: alerts are listed, messages stored and queued, pages admitted or folded.
 *
 * Doing it again after dying half way completes it: everything is stored under its own id, and only what still
 * waits is queued once more.
 */
export async function tellEveryone(telling: Telling, dependencies: TellEveryoneDependencies): Promise<void> {
  const { alerts, outbox, storm, enqueue, now } = dependencies;
  for (const message of telling.messages) {
    const state = await outbox.put(message);
    const waits = message.notBefore !== undefined && new Date(message.notBefore) > now();
    if (state === "queued" && !waits) await enqueue(message.id);
  }
  await alerts.put(telling.alerts);
  for (const page of telling.foldable) {
    if ((await storm.admit(page, now())) === "send") await enqueue(page.message.id);
  }
}
