import { agent, type Deployed } from "../deployed.ts";
import { check } from "../steps.ts";

const signed = async (deployed: Deployed, wrong?: "audience" | "expired" | "key") => ({
  authorization: `Bearer ${await deployed.issuer.token(agent, wrong)}`,
});

/** What must not be answered is not. */
export async function strangersStayOut(deployed: Deployed): Promise<void> {
  const { call, steps } = deployed;
  const refuses = (title: string, status: number, request: Parameters<Deployed["call"]>[0]) =>
    steps.step(title, async () => {
      const answer = await call(request);
      check(answer.status === status, `${request.path} answered ${answer.status}, expected ${status}: ${answer.text}`);
    });
  const tickets = { method: "GET", path: "/desk/v1/tickets" };
  await refuses("the authorizer refuses who brings no token", 401, tickets);
  for (const [wrong, what] of [
    ["key", "signed with somebody else's key"],
    ["audience", "made for another audience"],
    ["expired", "that has expired"],
  ] as const) {
    const headers = await signed(deployed, wrong);
    await refuses(`the authorizer refuses a token ${what}`, 401, { ...tickets, headers });
  }
  const officer = await deployed.issuer.token({ role: "visitor", staff: "nobody" });
  const headers = { authorization: `Bearer ${officer}` };
  await refuses("the desk refuses a genuine token without a role of ours", 401, { ...tickets, headers });
  await refuses("a forged webhook is refused", 401, {
    method: "POST",
    path: "/webhooks/zalo",
    headers: { "content-type": "application/json", "x-zevent-signature": `mac=${"0".repeat(64)}` },
    body: JSON.stringify({ app_id: "1", event_name: "user_send_text", timestamp: "1", message: { text: "x" } }),
  });
  await refuses("there is no /dev/token here", 404, { method: "GET", path: "/dev/token" });
  await refuses("there is no /dev/outbox here", 404, { method: "GET", path: "/dev/outbox" });
}
