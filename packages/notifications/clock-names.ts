import type { ClockName } from "#contracts/clock";

/** What staff call each promise. */
export const clockNames: Readonly<Record<ClockName, string>> = {
  forward: "chuyển đơn vị",
  accept: "tiếp nhận",
  "first-reply": "trả lời lần đầu",
  resolve: "giải quyết",
  progress: "báo tiến độ",
  confirm: "chờ xác nhận",
};
