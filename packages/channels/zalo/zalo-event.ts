import { readJson } from "#channels/read-json";

/** An attachment as far as we read it. */
export interface ZaloAttachment {
  readonly type?: string | undefined;
  readonly payload?:
    | {
        readonly url?: string | undefined;
        readonly name?: string | undefined;
        readonly size?: string | undefined;
        readonly description?: string | undefined;
        readonly coordinates?: ZaloCoordinates | undefined;
      }
    | undefined;
}
interface ZaloCoordinates {
  readonly latitude?: string | number | undefined;
  readonly longitude?: string | number | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** Ids are strings of 18 or 19 digits; a bare number is taken by its digits. */
function idIn(value: unknown): string | undefined {
  const id = Number.isSafeInteger(value) ? String(value) : typeof value === "string" ? value.trim() : "";
  return id.length > 0 && id.length <= 500 ? id : undefined;
}
const wordsIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const coordinateIn = (value: unknown) => (typeof value === "number" ? value : wordsIn(value));

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const partIn = <T>(value: unknown, read: (part: Json) => T): T | undefined =>
  isObject(value) ? read(value) : undefined;
const listIn = <T>(value: unknown, read: (entry: unknown) => T): T[] | undefined =>
  Array.isArray(value) ? value.map(read) : undefined;

const attachmentIn = (value: unknown): ZaloAttachment | undefined =>
  partIn(value, ({ type, payload }) => ({
    type: wordsIn(type),
    payload: partIn(payload, ({ url, name, size, description, coordinates }) => ({
      url: wordsIn(url),
      name: wordsIn(name),
      size: idIn(size),
      description: wordsIn(description),
      coordinates: partIn(coordinates, ({ latitude, longitude }) => ({
        latitude: coordinateIn(latitude),
        longitude: coordinateIn(longitude),
      })),
    })),
  }));

const messageIn = (message: Json) => ({
  text: wordsIn(message["text"]),
  msg_id: idIn(message["msg_id"]),
  msg_ids: listIn(message["msg_ids"], idIn),
  quote_msg_id: idIn(message["quote_msg_id"]),
  conversation_id: idIn(message["conversation_id"]),
  delivery_time: idIn(message["delivery_time"]),
  attachments: listIn(message["attachments"], attachmentIn),
});

const infoIn = (info: Json) => ({
  name: wordsIn(info["name"]),
  phone: idIn(info["phone"]),
  address: wordsIn(info["address"]),
  ward: wordsIn(info["ward"]),
  district: wordsIn(info["district"]),
  city: wordsIn(info["city"]),
  full_address: partIn(info["full_address"], ({ user_address, user_ward, user_city }) => ({
    user_address: wordsIn(user_address),
    user_ward: wordsIn(user_ward),
    user_city: wordsIn(user_city),
  })),
});

const partyIn = ({ id }: Json) => ({ id: idIn(id) });

const eventIn = (event: Json) => ({
  event_name: idIn(event["event_name"]),
  app_id: idIn(event["app_id"]),
  oa_id: idIn(event["oa_id"]),
  oaId: idIn(event["oaId"]),
  user_id: idIn(event["user_id"]),
  msg_id: idIn(event["msg_id"]),
  timestamp: idIn(event["timestamp"]),
  sender: partIn(event["sender"], ({ id, admin_id }) => ({ id: idIn(id), admin_id: idIn(admin_id) })),
  recipient: partIn(event["recipient"], partyIn),
  follower: partIn(event["follower"], partyIn),
  message: partIn(event["message"], messageIn),
  info: partIn(event["info"], infoIn),
});

/**
 * All that we read of any event, as far as it is there; Zalo adds fields and events without notice. A field of another
 * kind counts as missing.
 */
export type ZaloEvent = ReturnType<typeof eventIn>;

/**
 * The event in a webhook's body; undefined when the body is not a JSON object.
 *
 * Read by hand: the webhook does it while Zalo waits, and loading and running a schema library would be most of its time.
 */
export function readZaloEvent(body: string): ZaloEvent | undefined {
  return partIn(readJson(body), eventIn);
}
