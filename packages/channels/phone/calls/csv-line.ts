/** One field: in quotes, where a quote is doubled, or bare. Each alternative consumes what no other can: linear time. */
const FIELD = /"([^"]*(?:""[^"]*)*)"|([^",]*)/y;

/** The fields of one line of CSV (RFC 4180); undefined when it is not exactly one well-formed line. */
export function csvLine(text: string): string[] | undefined {
  const line = text.replace(/\r?\n$/, "");
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    FIELD.lastIndex = at;
    const [whole = "", quoted, bare = ""] = FIELD.exec(line) ?? [];
    fields.push(quoted?.replaceAll('""', '"') ?? bare);
    at += whole.length;
    if (at < line.length && line[at] !== ",") return undefined;
    at += 1;
  }
  return fields.some((field) => /[\r\n]/.test(field)) ? undefined : fields;
}
