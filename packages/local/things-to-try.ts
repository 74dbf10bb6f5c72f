/** What a person can do with the running system: an address and a line for each thing. */
export function thingsToTry(port: number): string {
  const url = `http://localhost:${port}`;
  return [
    `${url}/             what there is`,
    `${url}/docs         the API`,
    `${url}/dev/outbox   what citizens, officers and supervisors were told`,
    `${url}/dev/token?role=supervisor   a token for ${url}/desk/v1/tickets and /desk/v1/alerts`,
    "",
    "npm run send -- events/channels/zalo/text.json --fresh",
    "npm run send -- events/channels/sms/esms/unaccented-text.json --fresh",
    "npm run dead-letters -- list",
    "",
    "Ctrl-C ends all of it.",
  ].join("\n");
}
