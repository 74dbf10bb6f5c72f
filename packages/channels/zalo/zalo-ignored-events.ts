const reasons: ReadonlyMap<string, readonly string[]> = new Map([
  ["the citizen follows or leaves the account", ["follow", "unfollow"]],
  ["the citizen opened the chat", ["user_click_chatnow"]],
  ["reaction", ["user_reacted_message", "oa_reacted_message"]],
  ["tags of the account", ["add_user_to_tag", "remove_user_from_tag", "remove_tag"]],
  ["profile of the citizen changed", ["update_user_info"]],
  ["answer to a template", ["user_feedback", "user_click_response_button"]],
  ["Zalo call", ["oa_send_consent", "user_reply_consent", "user_call_oa", "oa_call_user"]],
  ["website widget", ["widget_interaction_accepted", "widget_failed_to_sync_user_external_id"]],
  [
    "templates and quota of the account",
    [
      "change_oa_daily_quota",
      "change_template_status",
      "change_template_quality",
      "change_template_quota",
      "change_oa_template_tags",
      "event_journey_acknowledged",
      "event_journey_time_out",
      "extension_purchased",
    ],
  ],
]);

/** Events that Zalo is known to send and that ask nothing of us, with the reason that is recorded. */
export const zaloIgnoredEvents: ReadonlyMap<string, string> = new Map(
  [...reasons].flatMap(([reason, events]) => events.map((event) => [event, reason] as const)),
);
