import { createHmac } from "node:crypto";
import { withBodyText, withHeaders } from "./body-text.ts";
import type { VendorHand } from "./vendor-hand.ts";

/** Twilio: HMAC-SHA1 over the public URL and every form field in the order of names. */
export const twilioHand: VendorHand = {
  writes: (path) => path.startsWith("/webhooks/sms/twilio"),
  renew: (request, { newId }) =>
    withBodyText(request, (text) => text.replace(/(MessageSid|SmsSid|SmsMessageSid)=[^&]*/g, `$1=SM${newId()}`)),
  sign(request, { secrets, publicUrl }) {
    const query = request.query === "" ? "" : `?${request.query}`;
    const form = new URLSearchParams(Buffer.from(request.body).toString("utf8"));
    const names = [...new Set(form.keys())].toSorted();
    const fields = names.flatMap((name) => [...new Set(form.getAll(name))].toSorted().map((value) => name + value));
    const signature = createHmac("sha1", secrets.TWILIO_AUTH_TOKEN)
      .update(`${publicUrl}${request.path}${query}${fields.join("")}`, "utf8")
      .digest("base64");
    return withHeaders(request, { "x-twilio-signature": signature });
  },
};
