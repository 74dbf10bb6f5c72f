import * as z from "zod";
import { readJson } from "#channels/read-json";

/** Ids are strings of 18 or 19 digits; a bare number is taken by its digits. A field of another kind counts as missing. */
const id = z
  .union([z.string(), z.number().int().transform(String)])
  .pipe(z.string().trim().min(1).max(500))
  .optional()
  .catch(undefined);
const words = z.string().optional().catch(undefined);
const coordinate = z.union([z.string(), z.number()]).optional().catch(undefined);
const part = <S extends z.ZodRawShape>(shape: S) => z.object(shape).optional().catch(undefined);

const attachmentSchema = z.object({
  type: words,
  payload: part({
    url: words,
    name: words,
    size: id,
    description: words,
    coordinates: part({ latitude: coordinate, longitude: coordinate }),
  }),
});
export type ZaloAttachment = z.infer<typeof attachmentSchema>;

const listOf = <T extends z.ZodType>(item: T) => z.array(item.optional().catch(undefined)).optional().catch(undefined);

const infoSchema = part({
  name: words,
  phone: id,
  address: words,
  ward: words,
  district: words,
  city: words,
  full_address: part({ user_address: words, user_ward: words, user_city: words }),
});

/** All that we read of any event, as far as it is there; Zalo adds fields and events without notice. */
const zaloEventSchema = z.object({
  event_name: id,
  app_id: id,
  oa_id: id,
  oaId: id,
  user_id: id,
  msg_id: id,
  timestamp: id,
  sender: part({ id, admin_id: id }),
  recipient: part({ id }),
  follower: part({ id }),
  message: part({
    text: words,
    msg_id: id,
    msg_ids: listOf(id),
    quote_msg_id: id,
    conversation_id: id,
    delivery_time: id,
    attachments: listOf(attachmentSchema),
  }),
  info: infoSchema,
});
export type ZaloEvent = z.infer<typeof zaloEventSchema>;

/** The event in a webhook's body; undefined when the body is not a JSON object. */
export function readZaloEvent(body: string): ZaloEvent | undefined {
  const read = zaloEventSchema.safeParse(readJson(body));
  return read.success ? read.data : undefined;
}
