import { dynoxideBinary, startDynoxide } from "#local/engines/dynoxide";
import { freePort } from "#local/engines/free-port";
import { createTable } from "#platform/create-table";
import { documentClient } from "#platform/dynamo-client";
import { GetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { readFileSync } from "node:fs";
const e = await startDynoxide(dynoxideBinary()!, { port: await freePort() });
const eng = () => { const f = readFileSync(`/proc/${e.process.pid}/stat`, "utf8").split(" "); return (Number(f[13]) + Number(f[14])) * 10; };
const fast = { signer: { sign: async (r: any) => { r.headers.authorization = "AWS4-HMAC-SHA256 Credential=l/20260101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"; return r; } } };
for (const [name, extra] of [["plain", {}], ["nosign", fast]] as const) {
const client = documentClient({ endpoint: e.endpoint, region: "ap-southeast-1", credentials: { accessKeyId: "l", secretAccessKey: "l" }, ...extra as any });
await createTable(client, `table${name}`, { stream: false });
const T = `table${name}`;
const run = async (w: number) => { for (let i = 0; i < 200; i++) {
  await client.send(new PutCommand({ TableName: T, Item: { pk: `a${w}`, sk: `${i}`, x: "y".repeat(500), gsi2pk: "A", gsi2sk: String(i) }, ConditionExpression: "attribute_not_exists(pk)" }));
  await client.send(new GetCommand({ TableName: T, Key: { pk: `a${w}`, sk: `${i}` }, ConsistentRead: true }));
  await client.send(new TransactWriteCommand({ TransactItems: [0,1,2,3].map((n) => ({ Put: { TableName: T, Item: { pk: `b${w}`, sk: `${i}.${n}`, x: "y".repeat(500) } } })) }));
}};
for (const n of [4, 4, 4]) {
const t = performance.now(); const c = process.cpuUsage(); const g = eng();
await Promise.all(Array.from({ length: n }, (_, w) => run(w + Math.random() )));
const ms = performance.now() - t; const u = process.cpuUsage(c);
console.log(name, "conc", n, "calls/s", (n * 600) / ms * 1000, "node user", u.user / 1000 / (n * 600), "sys", u.system / 1000 / (n * 600), "engine", (eng() - g) / (n * 600));
}}
e.process.kill("SIGKILL");
