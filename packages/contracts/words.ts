import * as z from "zod";

/** Where a citizen's words come from. `email` and `sensor` are channels too: adding one is one folder. */
export const channelSchema = z.enum(["zalo", "sms", "phone", "web", "email", "sensor"]);
export type Channel = z.infer<typeof channelSchema>;

/** How urgent a matter is. `emergency` = danger to life or crime now: 113, 114, 115 or 112 first, and still a ticket. */
export const urgencySchema = z.enum(["emergency", "high", "normal", "low"]);
export type Urgency = z.infer<typeof urgencySchema>;

/** Whom to call in danger, anywhere in Vietnam: children, disasters and rescue, police, fire, ambulance. */
export const emergencyNumberSchema = z.enum(["111", "112", "113", "114", "115"]);
export type EmergencyNumber = z.infer<typeof emergencyNumberSchema>;

export const ticketStatusSchema = z.enum([
  "received",
  "assigned",
  "in-progress",
  "waiting-citizen",
  "answered",
  "resolved",
  "closed",
  "rejected",
  "redirected",
  "merged",
]);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/** Who may act at the desk. */
export const roleSchema = z.enum(["agent", "officer", "supervisor", "admin", "auditor", "integration"]);
export type Role = z.infer<typeof roleSchema>;

/** An instant as ISO-8601 with offset or Z. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A Vietnamese or foreign phone number in E.164, e.g. +84900000022. */
export const phoneNumberSchema = z.string().regex(/^\+[1-9]\d{6,14}$/, "expected a phone number in E.164");

/** An ISO-8601 duration of weeks, days, hours, minutes and seconds, e.g. PT8H, P3D, PT1S. */
export const durationSchema = z
  .string()
  .regex(/^P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/, "expected an ISO-8601 duration such as PT8H");
