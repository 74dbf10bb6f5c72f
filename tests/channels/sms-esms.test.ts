import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { esmsAdapter } from "#channels/sms/esms/esms-adapter";
import { esmsSign } from "#channels/sms/esms/esms-signature";
import { esmsStatusAdapter, esmsStatusPath } from "#channels/sms/esms/esms-status-adapter";
import { keepsTheAdapterContract, type Sign } from "./adapter-contract.ts";
import { channelSamples } from "./channel-samples.ts";
import { smsSettings } from "./sms-settings.ts";

const { esms, reading } = smsSettings;
const adapter = esmsAdapter({ ...esms, ...reading, acknowledgement: "1022 đã nhận tin nhắn & sẽ trả lời <sớm>." });
const now = new Date("2026-09-14T01:15:31.000Z");

const sign: Sign = ({ query }) => {
  const given = new URLSearchParams(query);
  const field = (name: string) => given.get(name) ?? "";
  const fields = [field("cpid"), field("smsid"), field("content"), field("receiverTime")] as const;
  return { query: `${query}&sign=${esmsSign([...fields], esms.privateKey)}` };
};
const secretOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const withSecret: Sign = ({ query }) => ({ query: `secret=${secretOf(esmsStatusPath(esms.privateKey))}&${query}` });

keepsTheAdapterContract(adapter, "sms/esms", sign);
keepsTheAdapterContract(esmsStatusAdapter(esms), "sms/esms-status", withSecret);

describe("eSMS", () => {
  it("signs as the vendor's page says", () => {
    const fields: [string, string, string, string] = [
      "1022CP",
      "8d2f0c1022",
      "PA Den duong hem 234 Le Van Sy hu 3 dem",
      "20260914081530",
    ];
    expect(esmsSign(fields, "esms-private-key-1022")).toBe("3c78a72748b1490ea41b6fed9bb1f19e");
  });

  it.each(channelSamples("sms/esms"))("gets an answer to $name that says one thing in each element", ({ request }) => {
    const answer = adapter.answer(request);
    const given = new URLSearchParams(request.query);
    const { ClientResponse } = new XMLParser({ parseTagValue: false }).parse(answer.body ?? "");
    expect(ClientResponse).toEqual({
      Message: "1022 da nhan tin nhan & se tra loi <som>.",
      Smsid: given.get("smsid"),
      Receiver: given.get("sender") ?? "",
    });
  });

  it("finds the secret of a report's address in its path", () => {
    const request = { method: "GET", query: "SMSID=1&SendStatus=5&SendSuccess=1", headers: {}, body: new Uint8Array() };
    const path = `/webhooks/${esmsStatusPath(esms.privateKey)}`;
    const status = esmsStatusAdapter(esms);
    expect(status.prove({ ...request, path }, now)).toEqual({ kind: "genuine" });
    expect(status.prove({ ...request, path: path.slice(0, -1) }, now).kind).toBe("forged");
    expect(status.prove({ ...request, path: "/webhooks/sms/esms/status" }, now).kind).toBe("forged");
  });
});
