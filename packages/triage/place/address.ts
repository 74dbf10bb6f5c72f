const PARTS =
  /(?<![\p{L}\d])(?:số nhà|nhà số|hẻm|hem|đường|duong|quốc lộ|quoc lo|đường tỉnh|tổ|to|ấp|ap|khu phố|khu pho|khóm|khom)\s+(?:\d+[A-Za-z]?(?:\/\d+)*|\p{Lu}[\p{L}\d]*(?:\s+(?:\p{Lu}[\p{L}\d]*|\d+[A-Z]?)){0,3})/gu;

/** House, lane, road and hamlet as the citizen wrote them, in their order; undefined when the text names none. */
export function addressIn(spelled: string): string | undefined {
  const parts = [...new Set([...spelled.matchAll(PARTS)].map(([part]) => part.replace(/\s+/g, " ")))];
  return parts.length === 0 ? undefined : parts.join(", ");
}
