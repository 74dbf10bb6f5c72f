import type { ReplyAddress } from "#contracts/inbound-message";

/** What is known of a citizen, apart from their tickets. */
export interface Citizen {
  readonly id: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}

/** Names, numbers and addresses of citizens: the one place to look them up, and the one place to erase them. */
export interface CitizenStore {
  find(id: string): Promise<Citizen | undefined>;
  /** Adds what was learnt; what is not said stays as it was. */
  learn(citizen: Citizen): Promise<void>;
  /** Forgets name, number and addresses, and the citizen's words that were kept to learn from. The tickets stay. */
  erase(id: string): Promise<void>;
  /** The citizen behind a conversation and how to answer on it. */
  ofConversation(
    conversation: string,
  ): Promise<{ readonly citizen: string; readonly ticketId: string; readonly reply: ReplyAddress } | undefined>;
  /** The conversation can no longer be answered: the citizen has withdrawn. */
  silence(conversation: string): Promise<void>;
}
