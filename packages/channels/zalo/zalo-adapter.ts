import type { ZaloAccount } from "#channels/zalo/zalo-account";
import { zaloIdentity } from "#channels/zalo/zalo-identity";
import { parseZalo } from "#channels/zalo/zalo-parse";
import { proveZalo } from "#channels/zalo/zalo-signature";
import type { ChannelAdapter } from "#contracts/channel-adapter";

/** Zalo Official Account. This folder is the only place that knows Zalo's words. */
export function zaloAdapter(account: ZaloAccount): ChannelAdapter {
  return {
    channel: "zalo",
    source: "zalo",
    method: "POST",
    prove: (request) => proveZalo(request, account),
    identify: (request) => zaloIdentity(request, account),
    answer: () => ({ status: 200, contentType: "application/json", body: '{"error":0}' }),
    parse: (delivery) => parseZalo(delivery, account),
  };
}
