import { createHmac } from "node:crypto";

/**
 * A keyed hash under which a phone number or address may stand in keys, groups and logs.
 *
 * 22 characters of base64url (132 bits): without the key nobody can try out all phone numbers.
 */
export function pseudonymWith(key: string): (value: string) => string {
  return (value) => createHmac("sha256", key).update(value).digest("base64url").slice(0, 22);
}
