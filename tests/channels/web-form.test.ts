import { expect, it } from "vitest";
import { LONGEST_TEXT, webFormRequestSchema, webMessageRequestSchema } from "#channels/web/web-form";

const form = {
  text: "Ổ gà trước cổng chợ",
  phone: "0900000222",
  publish: true,
  anonymous: false,
  consent: { contact: true },
};

it.each`
  written              | read
  ${"0900000222"}      | ${"+84900000222"}
  ${"+84 900 000 222"} | ${"+84900000222"}
  ${"0084900000222"}   | ${"+84900000222"}
  ${"84900000222"}     | ${"+84900000222"}
  ${"0900.000.222"}    | ${"+84900000222"}
  ${"01620000222"}     | ${"+84320000222"}
  ${"01990000222"}     | ${"+84590000222"}
  ${"02770000222"}     | ${"+842770000222"}
`("the form takes the phone number $written as $read", ({ written, read }) => {
  expect(webFormRequestSchema.parse({ ...form, phone: written }).phone).toBe(read);
});

it.each(["", "113", "abc", "09000002", "0900000222222", "+84", "+8412", "0900000222; DROP"])(
  "the form refuses the phone number %j, says what is expected and does not repeat it",
  (phone) => {
    const { error } = webFormRequestSchema.safeParse({ ...form, phone });
    expect(error?.issues).toMatchObject([{ path: ["phone"], message: expect.stringContaining("such as") }]);
    if (phone !== "") expect(JSON.stringify(error?.issues)).not.toContain(`"${phone}"`);
  },
);

it.each`
  what                                | change                                     | path
  ${"no text"}                        | ${{ text: undefined }}                     | ${["text"]}
  ${"a text of blanks"}               | ${{ text: " \n\t " }}                      | ${["text"]}
  ${"a text that is too long"}        | ${{ text: "a".repeat(LONGEST_TEXT + 1) }}  | ${["text"]}
  ${"no phone"}                       | ${{ phone: undefined }}                    | ${["phone"]}
  ${"a phone as a number"}            | ${{ phone: 900000222 }}                    | ${["phone"]}
  ${"an e-mail that is none"}         | ${{ email: "a@b\r\nBcc: c@d" }}            | ${["email"]}
  ${"a place off the earth"}          | ${{ location: { lat: 91, lon: 105 } }}     | ${["location", "lat"]}
  ${"a place of texts"}               | ${{ location: { lat: "10", lon: 105 } }}   | ${["location", "lat"]}
  ${"an upload that is a path"}       | ${{ attachments: ["../secret"] }}          | ${["attachments", 0]}
  ${"too many uploads"}               | ${{ attachments: Array(11).fill("up-1") }} | ${["attachments"]}
  ${"no consent"}                     | ${{ consent: undefined }}                  | ${["consent"]}
  ${"a consent that is no yes or no"} | ${{ consent: { contact: "yes" } }}         | ${["consent", "contact"]}
  ${"a consent named strangely"}      | ${{ consent: { "a b<script>": true } }}    | ${["consent", "a b<script>"]}
  ${"publish as a text"}              | ${{ publish: "true" }}                     | ${["publish"]}
  ${"a field that does not exist"}    | ${{ urgency: "emergency" }}                | ${[]}
`("the form refuses $what and names the field", ({ change, path }) => {
  const { error } = webFormRequestSchema.safeParse({ ...form, ...change });
  expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
});

it("the text is cleaned before it is measured: letters count once, however a phone composed them", () => {
  const longest = "ộ".repeat(LONGEST_TEXT);
  expect(webFormRequestSchema.parse({ ...form, text: ` ${longest.normalize("NFD")} ` }).text).toBe(longest);
});

it("keys that name an object's own machinery neither pass nor pollute", () => {
  const hostile = JSON.parse(
    '{"text":"x","phone":"0900000222","publish":false,"anonymous":false,"consent":{"__proto__":{"x":true}}}',
  );
  const read = webFormRequestSchema.safeParse(hostile);
  expect(read.success && Object.keys(read.data.consent)).not.toContain("__proto__");
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

it("a later message needs words and takes nothing else than uploads", () => {
  expect(webMessageRequestSchema.safeParse({ text: "" }).success).toBe(false);
  expect(webMessageRequestSchema.safeParse({ text: "Dạ đúng", phone: "0900000222" }).success).toBe(false);
  expect(webMessageRequestSchema.parse({ text: " Dạ đúng ", attachments: ["up-1"] })).toEqual({
    text: "Dạ đúng",
    attachments: ["up-1"],
  });
});
