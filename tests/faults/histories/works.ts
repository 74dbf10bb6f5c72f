import type { HistoryWorld } from "./history-world.ts";

/** Something a function could do now; it begins when it is run. */
export type Work = () => Promise<void>;

/** Everything that queues, stream and dead letters hold ready at this moment. */
export function readyWorks(world: HistoryWorld): Work[] {
  const { queues, time } = world;
  const { inbound, stream, streamAgain, slaDue, outbound } = queues;
  const visible = outbound.filter(({ visibleAt }) => visibleAt <= time.ms);
  return [
    ...[...inbound].filter(([, group]) => group.length > 0).flatMap(([group]) => receivers(world, group)),
    ...[...stream]
      .filter(([, entries]) => entries.length > 0)
      .map(
        ([ticketId]) =>
          () =>
            publishNext(world, ticketId),
      ),
    ...streamAgain.map((entry) => () => publishAgain(world, entry)),
    ...slaDue.map((ticketId) => () => fireDue(world, ticketId)),
    ...visible.map((task) => () => sendTask(world, task)),
  ];
}

/** One worker at a time, except when it is so slow that the queue believes it dead and hands its message to another. */
function receivers(world: HistoryWorld, group: string): Work[] {
  const receive = () => receiveNext(world, group);
  return world.mood.faulty && world.random.whole(8) === 0 ? [() => bothAtOnce(receive)] : [receive];
}

async function bothAtOnce(work: Work): Promise<void> {
  await Promise.all([work(), work()]);
}

/** The head of a FIFO group; it stays the head until it is done. */
async function receiveNext(world: HistoryWorld, group: string): Promise<void> {
  const { functions, queues, random, codes, mood } = world;
  const waiting = queues.inbound.get(group) ?? [];
  const [arrival] = waiting;
  if (arrival === undefined) return;
  const isColdStart = mood.faulty && random.whole(4) === 0;
  const memory = (isColdStart ? undefined : codes.pop()) ?? functions.freshCodes();
  const name = arrival.kind === "message" ? `message ${arrival.message.vendorMessageId}` : "record of a call";
  const { kind } = await world.invoke("open-ticket", `${name} of ${group}`, () => functions.receive(arrival, memory));
  if (kind === "failed") return;
  codes.push(memory);
  if (waiting[0] !== arrival) return;
  waiting.shift();
  if (mood.faulty && random.whole(5) === 0) waiting.push(arrival);
}

/** A batch of a shard: up to three entries of a ticket; after a failure the rest comes again. */
async function publishNext(world: HistoryWorld, ticketId: string): Promise<void> {
  const { functions, queues, random, mood } = world;
  const waiting = queues.stream.get(ticketId) ?? [];
  for (const entry of waiting.slice(0, 1 + random.whole(3))) {
    const what = `${ticketId} #${entry.sequence}`;
    const { kind } = await world.invoke("publish-events", what, () => functions.publish(entry));
    if (kind === "failed") return;
    waiting.shift();
    if (mood.faulty && random.whole(8) === 0) queues.streamAgain.push(entry);
  }
}

async function publishAgain(world: HistoryWorld, entry: HistoryWorld["queues"]["streamAgain"][number]): Promise<void> {
  const { functions, queues } = world;
  queues.streamAgain.splice(queues.streamAgain.indexOf(entry), 1);
  const what = `${entry.ticketId} #${entry.sequence} once more`;
  const { kind } = await world.invoke("publish-events", what, () => functions.publish(entry));
  if (kind === "failed") queues.streamAgain.push(entry);
}

async function fireDue(world: HistoryWorld, ticketId: string): Promise<void> {
  const { functions, queues } = world;
  const place = queues.slaDue.indexOf(ticketId);
  if (place < 0) return;
  queues.slaDue.splice(place, 1);
  const { kind } = await world.invoke("fire-sla", ticketId, () => functions.fire(ticketId));
  if (kind === "failed") queues.slaDue.push(ticketId);
}

async function sendTask(world: HistoryWorld, task: HistoryWorld["queues"]["outbound"][number]): Promise<void> {
  const { functions, queues, time } = world;
  queues.outbound.splice(queues.outbound.indexOf(task), 1);
  const receives = task.receives + 1;
  const what = `${task.messageId}, received ${receives} times`;
  const { kind } = await world.invoke("send-message", what, () => functions.send(task.messageId, receives));
  if (kind === "failed") queues.failed({ ...task, receives }, time.ms);
}
