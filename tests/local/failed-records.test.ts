import { expect, it } from "vitest";
import { failedRecords } from "#local/pumps/failed-records";

it.each`
  answer                                                  | failed        | what
  ${undefined}                                            | ${[]}         | ${"nothing"}
  ${null}                                                 | ${[]}         | ${"null"}
  ${{}}                                                   | ${[]}         | ${"no list"}
  ${{ batchItemFailures: [] }}                            | ${[]}         | ${"an empty list"}
  ${{ batchItemFailures: null }}                          | ${[]}         | ${"null for a list"}
  ${{ batchItemFailures: [{ itemIdentifier: "b" }] }}     | ${["b"]}      | ${"one record"}
  ${{ batchItemFailures: [{ itemIdentifier: "other" }] }} | ${["a", "b"]} | ${"a record that is not in the batch"}
  ${{ batchItemFailures: [{ itemIdentifier: "" }] }}      | ${["a", "b"]} | ${"a record without a name"}
  ${{ batchItemFailures: [{ messageId: "b" }] }}          | ${["a", "b"]} | ${"a list of another form"}
  ${"failed"}                                             | ${["a", "b"]} | ${"a text"}
`("an answer with $what means, as for Lambda, that these failed: $failed", ({ answer, failed }) => {
  expect([...failedRecords(answer, ["a", "b"])]).toEqual(failed);
});
