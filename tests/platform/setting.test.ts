import { expect, it } from "vitest";
import { environment } from "#platform/environment";
import { listSetting, secretSetting, settingOr, textSetting, urlSetting } from "#platform/setting";

const forms = {
  NAME: textSetting(),
  KEY: secretSetting(8),
  URL: urlSetting(),
  WORDS: settingOr(listSetting("expected words"), ["PA"]),
};
const right = { NAME: "a", KEY: "12345678", URL: "https://1022.example.vn" };

it("reads settings without a schema library, with a default where nothing is set", () => {
  expect(environment(forms, right)).toEqual({ ...right, WORDS: ["PA"] });
  expect(environment(forms, { ...right, WORDS: "1022, PA,," }).WORDS).toEqual(["1022", "PA"]);
});

it.each`
  name      | value          | message
  ${"NAME"} | ${""}          | ${"NAME is missing: expected a text"}
  ${"KEY"}  | ${"short"}     | ${"KEY: expected at least 8 characters"}
  ${"URL"}  | ${"1022.vn"}   | ${"URL: expected a URL"}
  ${"URL"}  | ${"file:///x"} | ${"URL: expected a URL"}
`("refuses $name of '$value' and says what is expected", ({ name, value, message }) => {
  expect(() => environment(forms, { ...right, [name]: value })).toThrow(message);
});
