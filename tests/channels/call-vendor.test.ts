import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { callVendor } from "#channels/call-vendor";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A vendor on this machine: only a real line shows what Node calls its faults. */
async function vendor(listener: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  closers.push(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}
const post = { method: "POST", body: "{}" };

it("an answer is given with status, headers and body", async () => {
  const { url } = await vendor((_request, response) => response.writeHead(429, { "retry-after": "7" }).end("chờ"));
  const answer = await callVendor(fetch, url, post, 5000);
  expect(answer).toMatchObject({ kind: "answer", status: 429, body: "chờ" });
  expect(answer.kind === "answer" && answer.headers.get("retry-after")).toBe("7");
});

it("a port where nobody listens was not reached", async () => {
  const { url, close } = await vendor(() => undefined);
  await close();
  expect(await callVendor(fetch, url, post, 5000)).toEqual({ kind: "not-reached", reason: "ECONNREFUSED" });
});

it("a line that breaks after the request is an interruption: it may have been taken", async () => {
  const { url } = await vendor((request) => request.socket.destroy());
  expect((await callVendor(fetch, url, post, 5000)).kind).toBe("interrupted");
});

it("silence ends with our patience, as an interruption", async () => {
  const { url } = await vendor(() => undefined);
  expect(await callVendor(fetch, url, post, 50)).toEqual({ kind: "interrupted", reason: "TimeoutError" });
});

it("a redirect is an answer and is not followed", async () => {
  const paths: (string | undefined)[] = [];
  const { url } = await vendor((request, response) => {
    paths.push(request.url);
    response.writeHead(302, { location: "/behind" }).end();
  });
  expect(await callVendor(fetch, url, post, 5000)).toMatchObject({ kind: "answer", status: 302 });
  expect(paths).toEqual(["/"]);
});

it("an answer without end is read to a limit", async () => {
  const { url } = await vendor((_request, response) => {
    const more = () => {
      while (response.write("x".repeat(65_536))) if (response.destroyed) return;
    };
    response.on("drain", more);
    more();
  });
  const answer = await callVendor(fetch, url, post, 5000);
  expect(answer.kind === "answer" && answer.body.length).toBeLessThan(1_000_000);
});
