import type { ChannelSettings } from "#channels/channel-settings";
import type { ChannelAdapter, Pseudonym } from "#contracts/channel-adapter";

/** What adapters do not make themselves: the keyed hash of a phone number, and reading a text from the web. */
export interface ChannelTools {
  readonly pseudonym: Pseudonym;
  readonly fetchText: (url: string) => Promise<string>;
}

/** Every channel's adapter under its path below /webhooks/. A new channel is one folder and one line here. */
export function channelAdapters(_settings: ChannelSettings, _tools: ChannelTools): ReadonlyMap<string, ChannelAdapter> {
  const adapters: ChannelAdapter[] = [];
  return new Map(adapters.map((adapter) => [adapter.source, adapter]));
}
