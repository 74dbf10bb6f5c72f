import type { ZaloAttachment } from "#channels/zalo/zalo-event";
import type { Location } from "#contracts/inbound-message";

/** Degrees, which Zalo writes as text; an empty text is no number and not zero. */
function degrees(written: string | number | undefined, limit: number): number | undefined {
  const value = typeof written === "string" && written.trim() === "" ? Number.NaN : Number(written);
  return Math.abs(value) <= limit ? value : undefined;
}

/** The place that a citizen shared, its name in the text of the message; undefined when it is nowhere on earth. */
export function zaloLocation(
  attachments: readonly (ZaloAttachment | undefined)[],
  placeName: string,
): Location | undefined {
  const coordinates = attachments.find((attachment) => attachment?.type === "location")?.payload?.coordinates;
  const lat = degrees(coordinates?.latitude, 90);
  const lon = degrees(coordinates?.longitude, 180);
  if (lat === undefined || lon === undefined) return undefined;
  return { lat, lon, ...(placeName === "" ? {} : { address: placeName }) };
}
