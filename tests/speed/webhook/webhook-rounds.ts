import type { LambdaContext } from "hono/aws-lambda";
import * as z from "zod";
import type { InboundQueue, RawDelivery } from "#contracts/raw-delivery";
import { environment } from "#platform/environment";
import { sqsInboundQueue } from "#platform/sqs-inbound-queue";
import { atOnce } from "../report/at-once.ts";
import { sideBySide } from "../report/side-by-side.ts";
import { bareHandler, deployedHandler, now, signedEvent } from "./zalo-handlers.ts";

/** As many as one busy function's container never has, so that the wire is never what is waited for. */
const CALLS_AT_ONCE = 16;

/** A queue that has the delivery's bytes made and keeps none. */
const queueWithoutWire: InboundQueue = {
  async send(delivery: RawDelivery) {
    Buffer.byteLength(JSON.stringify(delivery));
  },
};

async function ratesOn(queue: InboundQueue, rounds: number, calls: number) {
  const event = signedEvent();
  const handlers = { subject: deployedHandler(queue), floor: bareHandler(queue) };
  const list = Array.from({ length: calls }, (_, call) => call);
  const timesOf = (which: "subject" | "floor") => async () => {
    await atOnce(CALLS_AT_ONCE, list, async () => {
      const answer = await handlers[which](event, {} as LambdaContext);
      if (answer.statusCode !== 200) throw new Error(`The ${which} answered ${answer.statusCode} ${answer.body}`);
    });
    return calls;
  };
  return sideBySide(rounds, timesOf("floor"), timesOf("subject"));
}

const { ROUNDS, CALLS } = environment({ ROUNDS: z.coerce.number(), CALLS: z.coerce.number() });
const sent = await ratesOn(sqsInboundQueue("http://127.0.0.1/000000000000/inbound.fifo", now), ROUNDS, CALLS);
const unsent = await ratesOn(queueWithoutWire, ROUNDS, CALLS * 3);
process.stdout.write(JSON.stringify({ sent, unsent }));
