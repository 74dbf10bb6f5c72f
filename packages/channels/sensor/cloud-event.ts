import * as z from "zod";
import { readJson } from "#channels/read-json";
import { instantSchema } from "#contracts/words";

const attributesSchema = z.object({
  specversion: z.literal("1.0"),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().optional(),
  time: instantSchema
    .transform((time) => new Date(time).toISOString())
    .optional()
    .catch(undefined),
});
const structuredSchema = attributesSchema.extend({
  data: z.unknown().optional(),
  data_base64: z.base64().optional(),
});

export type CloudEvent = z.output<typeof attributesSchema> & { readonly data: unknown };

/** A call as far as an event can be in it. */
export interface EventCarrier {
  readonly contentType: string | undefined;
  /** Headers, of which those named `ce-*` count. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Header values carry everything beyond ASCII as percent-encoded UTF-8, decoded once. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

export const isBinaryMode = ({ attributes }: Pick<EventCarrier, "attributes">) => "ce-id" in attributes;

function structured(text: string): CloudEvent | undefined {
  const event = structuredSchema.safeParse(readJson(text)).data;
  if (event === undefined) return undefined;
  const { data, data_base64, ...attributes } = event;
  return { ...attributes, data: data ?? readJson(Buffer.from(data_base64 ?? "", "base64").toString("utf8")) };
}

function binary({ attributes, text }: EventCarrier): CloudEvent | undefined {
  const headers = Object.entries(attributes).filter(([header]) => header.startsWith("ce-"));
  const named = headers.map(([header, value]) => [header.slice("ce-".length), decoded(value)]);
  const read = attributesSchema.safeParse(Object.fromEntries(named)).data;
  return read && { ...read, data: readJson(text) };
}

/** The one CloudEvents 1.0 event in a call, in structured or binary mode; undefined for batches and anything else. */
export function cloudEventOf(carrier: EventCarrier): CloudEvent | undefined {
  if (isBinaryMode(carrier)) return binary(carrier);
  const isStructured = carrier.contentType?.toLowerCase().startsWith("application/cloudevents+json");
  return isStructured ? structured(carrier.text) : undefined;
}
