import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { FunctionName } from "../functions/function-names.ts";
import { AlarmBell } from "./constructs/alarm-bell.ts";
import { DeadLetters } from "./constructs/dead-letters.ts";
import { DomainAlarms } from "./constructs/domain-alarms.ts";
import { FrontDoor } from "./constructs/front-door.ts";
import { functionSettings } from "./constructs/function-settings.ts";
import { HotlineFunction, type HotlineFunctionProps } from "./constructs/hotline-function.ts";
import { asksLanguageModel } from "./constructs/language-model.ts";
import { MailDomain } from "./constructs/mail-domain.ts";
import type { Making } from "./constructs/making.ts";
import { OperatorDashboard } from "./constructs/operator-dashboard.ts";
import { QueueWorker } from "./constructs/queue-worker.ts";
import { SlaTimers } from "./constructs/sla-timers.ts";
import { Storage } from "./constructs/storage.ts";
import { TicketStream } from "./constructs/ticket-stream.ts";
import type { Stage } from "./stages.ts";

export interface HotlineStackProps extends StackProps {
  readonly stage: Stage;
  /** The bundle of a function: `dist/<name>` when deployed. */
  readonly codeOf: (name: FunctionName) => Code;
}

const callerTriesAgain = { notNeeded: "Called by the API, whose caller sees the error and tries again" };
const nextMinuteDoesIt = { notNeeded: "The next minute's sweep finds all that is due, this minute's too" };
const queueKeeps = { notNeeded: "Called by its queue, which keeps what failed and has dead letters of its own" };

/** One province's hotline. Read it from top to bottom: it is the way of a message. */
export class HotlineStack extends Stack {
  private readonly making: Making;
  private readonly storage: Storage;
  private readonly door: FrontDoor;
  private readonly mail: MailDomain | undefined;
  private readonly functions: HotlineFunction[] = [];

  constructor(scope: Construct, id: string, { stage, codeOf, ...props }: HotlineStackProps) {
    super(scope, id, { env: { region: stage.region }, ...props, terminationProtection: stage.keepsData });
    this.making = { stage, codeOf, bell: new AlarmBell(this, "Alarms", stage) };
    this.storage = new Storage(this, "Storage", this.making);
    this.door = new FrontDoor(this, "FrontDoor", this.making);
    this.mail = stage.emailDomain === undefined ? undefined : new MailDomain(this, "Mail", stage.emailDomain);

    const inbound = this.messagesBecomeTickets();
    const sweep = this.make("sweep-sla", nextMinuteDoesIt);
    const due = this.clocksRing(sweep);
    const outbound = this.othersAreTold(sweep);
    this.operatorsSee({ inbound, due, outbound });
  }

  /** A channel calls us, a transcript lands, a citizen files: queued unread, then read, written in one transaction. */
  private messagesBecomeTickets(): QueueWorker {
    const { key, tickets, transcripts, attachments } = this.storage;

    const webhooks = this.make("channel-webhooks", callerTriesAgain);
    this.door.opens(webhooks, "Vendors sign each call; the function checks it over the raw bytes", "/webhooks/{path+}");

    const impactWhenStuck = "Calls whose transcript lies in the bucket get no ticket";
    const lost = new DeadLetters(this, "LostTranscripts", { ...this.making, impactWhenStuck });
    const readTranscript = this.make("read-transcript", lost.queue);
    transcripts.wakes(readTranscript, "");
    const { languageModel, receivesMail } = this.making.stage;
    if (languageModel !== undefined) asksLanguageModel(readTranscript, languageModel);
    this.mail?.knownTo(readTranscript);
    if (receivesMail) this.mail?.landsIn(transcripts, "mail/", key);

    const citizenApi = this.make("citizen-api", callerTriesAgain);
    const because =
      "Citizens have no accounts: a ticket opens with its token, or its code and part of the phone number";
    this.door.opens(citizenApi, because, "/api/{path+}", "/open311/{path+}", "/docs", "/openapi.json");
    attachments.filledBy(citizenApi, "uploads/");
    tickets.writtenBy(citizenApi, "GSI3", "GSI4");

    const deskApi = this.make("desk-api", callerTriesAgain);
    this.door.opensToStaff(deskApi, "/desk/{path+}");
    tickets.writtenBy(deskApi, "GSI1", "GSI3", "GSI4");
    attachments.readBy(deskApi, "uploads/");

    const openTicket = this.make("open-ticket", queueKeeps);
    tickets.writtenBy(openTicket, "GSI3");
    const inbound = new QueueWorker(this, "Inbound", {
      ...this.making,
      fifo: true, // one writer for each conversation: two quick texts cannot open two tickets
      worker: openTicket,
      oldestSeconds: 60,
      impactWhenStuck: "Citizens' messages wait: no ticket, no acknowledgement, and no clock runs for them yet",
    });
    inbound.filledBy("INBOUND_QUEUE_URL", webhooks, readTranscript, citizenApi, deskApi);
    return inbound;
  }

  /** Every minute: which clocks ring? Then look again, and record what is still true. */
  private clocksRing(sweep: HotlineFunction): QueueWorker {
    this.storage.tickets.writtenBy(sweep, "GSI2");
    const fire = this.make("fire-sla", queueKeeps);
    this.storage.tickets.writtenBy(fire);
    return new SlaTimers(this, "SlaTimers", { ...this.making, sweep, fire }).due;
  }

  /** What changed, who must hear of it, and the telling. */
  private othersAreTold(sweep: HotlineFunction): QueueWorker {
    const { tickets } = this.storage;
    const { stage } = this.making;
    const publish = this.make("publish-events", {
      notNeeded: "The stream keeps its records, then the stream's dead letters",
    });
    new TicketStream(this, "Changes", { ...this.making, tickets, reader: publish });
    tickets.writtenBy(publish);

    const send = this.make("send-message", queueKeeps);
    tickets.writtenBy(send);
    this.mail?.sentBy(send);
    const outbound = new QueueWorker(this, "Outbound", {
      ...this.making,
      worker: send,
      maximumConcurrency: stage.vendorConcurrency,
      oldestSeconds: 600, // a vendor that is down for some minutes is no reason to wake anybody
      impactWhenStuck: "Replies, acknowledgements and alerts wait: citizens and supervisors are not told",
    });
    outbound.filledBy("OUTBOUND_QUEUE_URL", publish, send, sweep);
    return outbound;
  }

  private operatorsSee(queues: Readonly<Record<string, QueueWorker>>): void {
    const { bell } = this.making;
    new DomainAlarms(this, "DomainAlarms", bell);
    new OperatorDashboard(this, "Operators", { bell, door: this.door, queues, functions: this.functions });
    const { tickets, transcripts } = this.storage;
    this.tell({ Url: this.door.url, TicketTable: tickets.table.tableName, TranscriptsBucket: transcripts.name() });
    for (const [name, { queue, deadLetters }] of Object.entries(queues)) {
      this.tell({ [`${name}Queue`]: queue.queueUrl, [`${name}DeadLetters`]: deadLetters.queue.queueUrl });
    }
  }

  /** Addresses that the person who deploys needs: printed at the end, and read by the test of the deployed stack. */
  private tell(addresses: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(addresses)) new CfnOutput(this, name, { value });
  }

  private make(name: FunctionName, deadLetters: HotlineFunctionProps["deadLetters"]): HotlineFunction {
    const { stage, bell, codeOf } = this.making;
    const needs = functionSettings[name];
    const made = new HotlineFunction(this, name, { name, code: codeOf(name), needs, stage, bell, deadLetters });
    made.isTold("PUBLIC_URL", this.door.url);
    this.functions.push(made);
    return made;
  }
}
