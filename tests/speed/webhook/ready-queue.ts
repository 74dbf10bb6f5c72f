import { createServer } from "node:http";

/** An SQS that says yes to everything at once: what it costs to send, without what a queue costs. Prints its port. */
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const headers = { "content-type": "application/x-amz-json-1.0", "content-length": "18" };
    response.writeHead(200, headers).end('{"MessageId":"id"}');
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(typeof address === "object" && address !== null ? String(address.port) : "");
});
