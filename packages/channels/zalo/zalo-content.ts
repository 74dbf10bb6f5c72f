import { onlyGiven } from "#channels/only-given";
import { cleanText } from "#channels/vietnamese-text";
import { zaloAttachments } from "#channels/zalo/zalo-attachments";
import type { ZaloEvent } from "#channels/zalo/zalo-event";
import { zaloLocation } from "#channels/zalo/zalo-location";
import type { Attachment, Location } from "#contracts/inbound-message";

/** What a message says and shows. */
export interface ZaloContent {
  readonly text: string;
  readonly attachments: Attachment[];
  readonly location?: Location;
}

/** Text, attachments and place of a message, whichever of them it has. */
export function zaloContent({ event_name = "", message }: ZaloEvent): ZaloContent {
  const text = cleanText(message?.text ?? "");
  const given = message?.attachments ?? [];
  const location = zaloLocation(given, text);
  return { text, attachments: zaloAttachments(given, event_name), ...onlyGiven({ location }) };
}
