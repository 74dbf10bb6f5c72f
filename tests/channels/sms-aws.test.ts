import { describe, expect, it } from "vitest";
import { awsSmsAdapter } from "#channels/sms/aws/aws-adapter";
import { awsSmsStatusAdapter } from "#channels/sms/aws/aws-status-adapter";
import { isAddressOfSns, snsEnvelopeOf } from "#channels/sms/aws/sns-envelope";
import { isSignedBySns } from "#channels/sms/aws/sns-signature";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { channelSamples } from "./channel-samples.ts";
import { smsSettings, snsCertificate } from "./sms-settings.ts";

const samples = [...channelSamples("sms/aws"), ...channelSamples("sms/aws-status")];
const sampleNamed = (wanted: string) => {
  const sample = samples.find(({ name }) => name === `${wanted}.json`);
  if (sample === undefined) throw new Error(`There is no sample ${wanted}`);
  return sample.request;
};
const now = new Date("2026-09-14T01:15:31.000Z");

/** An adapter over a web that notes what was asked of it. */
function watched(fetchText: (url: string) => Promise<string> = async () => snsCertificate) {
  const asked: string[] = [];
  const noting = (url: string) => {
    asked.push(url);
    return fetchText(url);
  };
  return { adapter: awsSmsAdapter({ ...smsSettings.sns, ...smsSettings.reading, fetchText: noting }), asked };
}

const adapter = awsSmsAdapter({ ...smsSettings.sns, ...smsSettings.reading });
const statusAdapter = awsSmsStatusAdapter(smsSettings.sns);
await adapter.prepare?.(sampleNamed("accented-text"));
await statusAdapter.prepare?.(sampleNamed("delivered"));
keepsTheAdapterContract(adapter, "sms/aws");
keepsTheAdapterContract(statusAdapter, "sms/aws-status");

describe("SNS", () => {
  it("is asked for its certificate once", async () => {
    const { adapter, asked } = watched();
    await adapter.prepare?.(sampleNamed("accented-text"));
    await adapter.prepare?.(sampleNamed("with-subject-and-sha-256"));
    expect(asked).toEqual(["https://sns.ap-southeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem"]);
  });

  it.each(["topic-of-somebody-else", "certificate-from-elsewhere"])("nothing is fetched for %s", async (name) => {
    const { adapter, asked } = watched();
    await adapter.prepare?.(sampleNamed(name));
    await adapter.confirm?.(sampleNamed(name));
    expect(asked).toEqual([]);
    expect(adapter.prove(sampleNamed(name), now).kind).toBe("forged");
  });

  it("has to send again while its certificate cannot be had", async () => {
    const { adapter } = watched(() => Promise.reject(new Error("no route")));
    await expect(adapter.prepare?.(sampleNamed("accented-text"))).rejects.toThrow("no route");
  });

  it("is told yes to a subscription of our topic, and to nothing else", async () => {
    const { adapter, asked } = watched();
    await adapter.confirm?.(sampleNamed("accented-text"));
    expect(asked).toEqual([]);
    await adapter.confirm?.(sampleNamed("subscription-of-our-topic"));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^https:\/\/sns\.ap-southeast-1\.amazonaws\.com\/\?Action=ConfirmSubscription&/);
  });

  it.each`
    moment                    | at                        | valid
    ${"in its year"}          | ${"2026-09-14T00:00:00Z"} | ${true}
    ${"before it was issued"} | ${"2025-12-31T00:00:00Z"} | ${false}
    ${"after it ran out"}     | ${"2126-01-02T00:00:00Z"} | ${false}
  `("its certificate proves something $moment: $valid", ({ at, valid }) => {
    const envelope = snsEnvelopeOf(sampleNamed("accented-text"));
    if (envelope === undefined) throw new Error("the sample holds no envelope");
    expect(isSignedBySns(envelope, snsCertificate, new Date(at))).toBe(valid);
    expect(isSignedBySns(envelope, "no certificate", new Date(at))).toBe(false);
  });

  it.each`
    url                                                     | is
    ${"https://sns.ap-southeast-1.amazonaws.com/a.pem"}     | ${true}
    ${"http://sns.ap-southeast-1.amazonaws.com/a.pem"}      | ${false}
    ${"https://sns.us-east-1.amazonaws.com/a.pem"}          | ${false}
    ${"https://sns.ap-southeast-1.amazonaws.com:8443/a"}    | ${false}
    ${"https://x@sns.ap-southeast-1.amazonaws.com/a.pem"}   | ${false}
    ${"https://sns.ap-southeast-1.amazonaws.com.evil.vn/a"} | ${false}
    ${"https://evil.vn/sns.ap-southeast-1.amazonaws.com"}   | ${false}
    ${"//sns.ap-southeast-1.amazonaws.com/a.pem"}           | ${false}
  `("lives at $url: $is", ({ url, is }) => {
    expect(isAddressOfSns(url, smsSettings.sns.topicArns[0])).toBe(is);
  });
});
