import type { Server } from "node:http";

/** Both names of the loopback: which one `localhost` means differs between machines and clients. Nobody else's. */
const LOOPBACKS = ["127.0.0.1", "::1"];

/** Opens a port on the loopback. A machine without IPv6 gets the one server that it can have. */
export async function listen(makeServer: () => Server, port: number): Promise<readonly Server[]> {
  const servers: Server[] = [];
  for (const host of LOOPBACKS) {
    const server = makeServer();
    const opened = await open(server, port, host);
    if (opened === "taken") throw new Error(`Port ${port} is taken by another program.`);
    if (opened === "open") servers.push(server);
  }
  return servers;
}

function open(server: Server, port: number, host: string): Promise<"open" | "taken" | "no such host"> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("taken");
      else if (host.includes(":")) resolve("no such host");
      else reject(error);
    });
    server.listen(port, host, () => resolve("open"));
  });
}
