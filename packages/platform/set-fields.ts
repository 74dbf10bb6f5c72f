/** The parts of a DynamoDB update that sets these fields and leaves all others as they are. */
export function setFields(fields: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(fields);
  return {
    UpdateExpression: `SET ${entries.map((_, index) => `#f${index} = :v${index}`).join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#f${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], index) => [`:v${index}`, value])),
  };
}
