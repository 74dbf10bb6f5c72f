import { expect, it } from "vitest";
import * as z from "zod";
import { environment } from "#platform/environment";

it("names each missing or malformed setting and what is expected, never its value", () => {
  const read = () =>
    environment(
      { TICKET_TABLE: z.string(), PORT: z.string().regex(/^\d+$/, "expected a port number") },
      { PORT: "secret-value" },
    );
  expect(read).toThrow(/TICKET_TABLE is missing/);
  expect(read).toThrow(/PORT: expected a port number/);
  expect(read).not.toThrow(/secret-value/);
});

it("treats an empty setting as missing", () => {
  expect(() => environment({ TICKET_TABLE: z.string() }, { TICKET_TABLE: "" })).toThrow(/TICKET_TABLE is missing/);
});
