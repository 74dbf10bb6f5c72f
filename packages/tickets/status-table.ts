import type { Role, TicketStatus } from "#contracts/words";

/** Who may start a move: a role at the desk, the citizen, or the system by itself. */
export type Mover = Role | "citizen" | "system";

export interface Move {
  readonly from: readonly TicketStatus[];
  /** The status afterwards; absent where the move leaves it as it is. */
  readonly to?: TicketStatus;
  readonly by: readonly Mover[];
}

const atWork: readonly TicketStatus[] = ["assigned", "in-progress"];
const open: readonly TicketStatus[] = ["received", "assigned", "in-progress", "waiting-citizen"];
const done: readonly TicketStatus[] = ["resolved", "answered", "rejected", "redirected"];
const desk: readonly Mover[] = ["agent", "officer", "supervisor"];

/**
 * Every move a ticket can make and who may make it. What is not here cannot happen.
 *
 * "answered" (told) and "resolved" (fixed) are kept apart: a promise to fix is not a fix.
 */
export const statusTable = {
  assign: { from: [...open], to: "assigned", by: ["agent", "supervisor", "system"] },
  accept: { from: ["assigned"], to: "in-progress", by: ["officer", "agent", "supervisor"] },
  return: { from: atWork, to: "received", by: ["officer", "supervisor"] },
  "ask-citizen": { from: ["received", ...atWork], to: "waiting-citizen", by: desk },
  "citizen-answers": { from: ["waiting-citizen"], by: ["citizen"] },
  reply: { from: [...open, ...done], by: desk },
  note: { from: [...open, ...done, "closed", "merged"], by: desk },
  progress: { from: open, by: desk },
  extend: { from: ["assigned", "in-progress", "waiting-citizen"], by: ["officer", "agent", "supervisor"] },
  "approve-extension": { from: open, by: ["supervisor"] },
  "refuse-extension": { from: open, by: ["supervisor"] },
  resolve: { from: ["received", ...atWork, "waiting-citizen"], to: "resolved", by: desk },
  answer: { from: ["received", ...atWork, "waiting-citizen"], to: "answered", by: desk },
  reject: { from: ["received", ...atWork, "waiting-citizen"], to: "rejected", by: desk },
  redirect: { from: ["received", ...atWork], to: "redirected", by: ["agent", "officer", "supervisor", "system"] },
  "hand-over": { from: open, by: ["agent", "supervisor"] },
  merge: { from: open, to: "merged", by: ["agent", "supervisor"] },
  unmerge: { from: ["merged"], to: "received", by: ["agent", "supervisor"] },
  "mark-duplicate": { from: [...open, ...done], by: ["agent", "supervisor"] },
  "unmark-duplicate": { from: [...open, ...done, "closed"], by: ["agent", "supervisor"] },
  reopen: { from: [...done, "closed"], by: ["agent", "supervisor", "citizen"] },
  close: { from: done, to: "closed", by: ["agent", "supervisor", "system"] },
  confirm: { from: ["resolved", "answered"], to: "closed", by: ["citizen"] },
  rate: { from: [...done, "closed"], by: ["citizen"] },
  escalate: { from: open, by: desk },
  acknowledge: { from: open, by: ["officer", "supervisor", "agent"] },
  classify: { from: open, by: ["agent", "supervisor", "officer"] },
} as const satisfies Record<string, Move>;

export type ActionName = keyof typeof statusTable;

export const doneStatuses: readonly TicketStatus[] = done;

/** May a message of the citizen still join this ticket without reopening it? */
export function isOpen(status: TicketStatus): boolean {
  return open.includes(status);
}

export const statusTexts: Record<TicketStatus, { readonly vi: string; readonly en: string }> = {
  received: { vi: "Đã tiếp nhận", en: "Received" },
  assigned: { vi: "Đã chuyển xử lý", en: "Assigned" },
  "in-progress": { vi: "Đang xử lý", en: "In progress" },
  "waiting-citizen": { vi: "Chờ bổ sung", en: "Waiting for the citizen" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  resolved: { vi: "Đã xử lý", en: "Resolved" },
  closed: { vi: "Đã đóng", en: "Closed" },
  rejected: { vi: "Từ chối", en: "Rejected" },
  redirected: { vi: "Chuyển cơ quan khác", en: "Redirected" },
  merged: { vi: "Đã gộp", en: "Merged" },
};
