import { type CitizenMessage, citizenMessage, type FaultChannel } from "./citizen-message.ts";
import { seededRandom } from "./seeded-random.ts";

export interface FaultScale {
  readonly messages: number;
  readonly citizens: number;
  readonly seed: number;
  /** How often the functions' process is killed meanwhile. */
  readonly kills: number;
}

export interface FaultScenario {
  /** In the order in which they were said. */
  readonly messages: readonly CitizenMessage[];
  /** In the order in which they arrive: each twice, shuffled. */
  readonly deliveries: readonly CitizenMessage[];
}

const channels: readonly [FaultChannel, ...FaultChannel[]] = ["zalo", "sms", "phone", "web"];
const matters: readonly [string, ...string[]] = [
  "Den duong truoc truong hoc bi hu ba dem nay",
  "Mặt đường trước chợ có nhiều ổ gà",
  "Rác chất đống ở đầu hẻm, mùi hôi cả ngày",
  "Cong thoat nuoc nghet, nuoc tran ra duong",
  "Nước máy yếu từ sáng tới giờ",
  "Nhánh cây xanh che khuất bảng tên đường",
  "Quán karaoke mở nhạc lớn tới khuya",
];
const places: readonly [string, ...string[]] = ["phường Cao Lãnh", "phường Mỹ Tho", "xã Mỹ An Hưng", "phường Sa Đéc"];

/** All said within the hour before `now`, a second apart at least, so that each channel can tell their order. */
export function faultScenario({ messages, citizens, seed }: FaultScale, now: Date): FaultScenario {
  const random = seededRandom(seed);
  const spacingMs = Math.max(1000, Math.floor(3_600_000 / messages));
  const all = Array.from({ length: messages }, (_, index) => {
    const marker = `m${String(index).padStart(5, "0")}`;
    return citizenMessage({
      marker,
      citizen: random.whole(citizens),
      channel: random.pick(channels),
      sentAt: new Date(Math.floor(now.getTime() / 1000) * 1000 - (messages - index) * spacingMs),
      text: `${random.pick(matters)}, ${random.pick(places)}. So ${marker}`,
    });
  });
  return { messages: all, deliveries: random.shuffled([...all, ...all]) };
}
