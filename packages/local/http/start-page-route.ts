import type { LocalRoute } from "./local-gateway.ts";

const links = [
  ["/docs", "the APIs, to read"],
  ["/dev/outbox", "what citizens, officers and supervisors were told (the vendor double's outbox)"],
  ["/dev/token?role=supervisor", "a token for the desk; roles: agent, officer, supervisor, admin"],
  ["/dev/queues", "what waits in the queues, dead letters included"],
  ["/health", "is everything up?"],
] as const;

const commands = [
  "npm run send -- events/channels/zalo/text.json --fresh",
  "npm run dead-letters -- list",
  'npm run due -- --from 2026-08-20T16:00:00+07:00 --allowance \'{"working":"PT8H"}\'',
];

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>hotline1022</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}</style>
<h1>hotline1022 is running</h1>
<p>One ticket from every message, on the right desk, on the right clock.</p>
<h2>Look</h2>
<ul>${links.map(([href, text]) => `<li><a href="${href}">${href}</a> ${text}</li>`).join("")}</ul>
<h2>Try</h2>
<ul>${commands.map((command) => `<li><code>${command}</code></li>`).join("")}</ul>
</html>
`;

/** `/`: what there is to see and to try. */
export const startPageRoute: LocalRoute = {
  path: "/",
  answer: async () => ({
    status: 200,
    headers: [["content-type", "text/html; charset=utf-8"]],
    body: Buffer.from(page, "utf8"),
  }),
};
