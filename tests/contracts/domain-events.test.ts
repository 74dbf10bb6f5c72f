import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { domainEventSchema, slaEventSchemas, ticketEventSchemas } from "#contracts/domain-event";

const folder = new URL("../../events/domain/", import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith(".json"));
const types = [...ticketEventSchemas, ...slaEventSchemas].map((schema) => schema.shape.type.value);

describe("every event type", () => {
  it.each(types)("%s has a sample", (type) => {
    expect(samples).toContain(`${type}.json`);
  });
});

describe("every sample", () => {
  it.each(samples)("%s is an event of the type it is named after, with nothing that the type does not know", (name) => {
    const sample: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const event = domainEventSchema.parse(sample);
    expect(`${event.type}.json`).toBe(name);
    expect(event).toEqual(sample);
  });
});
