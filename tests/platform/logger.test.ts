import { expect, it } from "vitest";
import { jsonLogger } from "#platform/logger";

const written = () => {
  const lines: string[] = [];
  return {
    lines,
    logger: jsonLogger(
      (line) => lines.push(line),
      () => new Date("2026-09-14T01:15:30Z"),
    ),
  };
};

it("keeps the message of a foreign error out of the log, for it may quote a citizen", () => {
  const { lines, logger } = written();
  logger.error("record failed", { error: new Error("+84900000022 nhà tôi cháy") });
  expect(lines.join()).not.toContain("84900000022");
  expect(lines.join()).not.toContain("cháy");
});

it("writes one JSON object a line", () => {
  const { lines, logger } = written();
  logger.info("ticket opened", { ticketCode: "DT-2026-000001-K" });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: "INFO", time: "2026-09-14T01:15:30.000Z", message: "ticket opened", ticketCode: "DT-2026-000001-K" },
  ]);
});
