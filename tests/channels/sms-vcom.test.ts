import { describe, expect, it } from "vitest";
import { vcomAdapter } from "#channels/sms/vcom/vcom-adapter";
import { vcomChecksum } from "#channels/sms/vcom/vcom-proof";
import { vcomStatusAdapter } from "#channels/sms/vcom/vcom-status-adapter";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { channelSamples } from "./channel-samples.ts";
import { smsSettings } from "./sms-settings.ts";

const adapter = vcomAdapter({ ...smsSettings.vcom, ...smsSettings.reading });

keepsTheAdapterContract(adapter, "sms/vcom");
keepsTheAdapterContract(vcomStatusAdapter(smsSettings.vcom), "sms/vcom-status");

describe("V-COM", () => {
  it.each`
    call                     | values                                                                        | checksum
    ${"an incoming message"} | ${["demo1022", "1297871022", "84900000022", "secure-key-1022", "1789348530"]} | ${"Z/xPhS+rObAAvSh1+Eue+ncReCN/xCRnLsEpBLxbnXM="}
    ${"an outgoing message"} | ${["demo1022", "1297871022", "ACK01", "secure-key-1022", "1789348530"]}       | ${"rrnik9Ifub4olRC6I0+gu5HrPMHHFgy3KeZrbsg6LXs="}
  `("signs $call as the vendor's page says", ({ values, checksum }) => {
    expect(vcomChecksum(...values)).toBe(checksum);
  });

  it("takes a message that was sent again by hand for the first one, and answers the same", () => {
    const samples = channelSamples("sms/vcom");
    const [again, first] = ["recovery-of-the-same-text.json", "unaccented-text.json"].map((wanted) => {
      const request = samples.find(({ name }) => name === wanted)?.request;
      return request && { identity: adapter.identify(request), answer: adapter.answer(request) };
    });
    expect(first?.answer.status).toBe(200);
    expect(again).toEqual(first);
  });
});
