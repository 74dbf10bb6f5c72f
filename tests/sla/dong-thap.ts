import { readFileSync } from "node:fs";
import { calendarsFileSchema } from "#contracts/configuration/calendar";
import { policiesFileSchema } from "#contracts/configuration/policy";

const folder = new URL("../../packages/province/dong-thap/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** The province's own files: the tables below are promises to its citizens, not to an example. */
export const calendarsFile = calendarsFileSchema.parse(read("calendars.json"));
export const policiesFile = policiesFileSchema.parse(read("policies.json"));

/** An instant as Hanoi's clocks show it. */
export const hanoi = (local: string): Date => new Date(`${local.length === 10 ? `${local}T00:00` : local}+07:00`);
