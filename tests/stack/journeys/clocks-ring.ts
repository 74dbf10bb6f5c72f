import { agent, type Deployed, type DeskTicket, desk, supervisor } from "../deployed.ts";
import { check, eventually } from "../steps.ts";

/** EventBridge calls the sweep once a minute; what is due at the last second of one is told in the next. */
const TWO_MINUTES = 130_000;

/** A ticket is acknowledged to its citizen, answered, warned of, breached, alerted and taken on. */
export async function clocksRing(deployed: Deployed, { code }: DeskTicket): Promise<void> {
  const { steps, vendors, personal } = deployed;
  const told = (what: RegExp, channel: string) => () =>
    Promise.resolve(vendors.outbox.list({ channel, limit: 1000 }).find(({ text }) => what.test(text)));

  await steps.step("the citizen is told the code on Zalo", () =>
    eventually("the acknowledgement", told(new RegExp(code), "zalo"), 30_000),
  );
  await steps.step("a reply of the desk reaches the citizen on Zalo", async () => {
    const reply = "Đã cử thợ điện ra kiểm tra trụ đèn số 1022";
    personal.add(reply);
    await desk(deployed, agent).act(code, "reply", { text: reply });
    await eventually("the reply", told(new RegExp(reply), "zalo"), 30_000);
  });
  const alertOf = (kind: string) => async () =>
    (await desk(deployed, supervisor).alerts()).find(
      (alert) => alert.kind === kind && alert.ticketCode === code && alert.clock === "resolve",
    );
  await steps.step("the schedule warns before the promise is broken", () =>
    eventually("a warning on the supervisor's list", alertOf("warned"), TWO_MINUTES),
  );
  const breach = await steps.step("the schedule finds the breach", () =>
    eventually("a breach on the supervisor's list", alertOf("breached"), TWO_MINUTES),
  );
  await steps.step("the breach is told to the unit's head by text message, once", async () => {
    await eventually(
      "the text message",
      told(new RegExp(`${code}[\\s\\S]*qua han|qua han[\\s\\S]*${code}`, "i"), "sms"),
      60_000,
    );
    const all = vendors.outbox.list({ channel: "sms", limit: 1000 }).filter(({ text }) => text.includes(code));
    const sent = all.map(({ to, text }) => `${to} ${text}`);
    check(new Set(sent).size === sent.length, `The same alert went out twice:\n${sent.join("\n")}`);
  });
  await steps.step("a supervisor takes it on, and everybody's list says so", async () => {
    await desk(deployed, supervisor).acknowledge(breach.id);
    const after = (await desk(deployed, supervisor).alerts()).find(({ id }) => id === breach.id);
    check(after?.acknowledgedAt !== undefined, "The alert is not marked as acknowledged");
  });
}
