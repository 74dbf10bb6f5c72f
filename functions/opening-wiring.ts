import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ulid } from "ulid";
import { leasedCodes } from "#tickets/code-lease";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import type { OpenTicketDependencies } from "#tickets/opening";
import { type ProvinceRules, provinceRules } from "./province-rules.ts";
import { understanding } from "./understand.ts";

/** All that opening a ticket needs, for the functions that do it. */
export interface Opening extends OpenTicketDependencies {
  readonly rules: ProvinceRules;
}

export function openingWiring(
  client: DynamoDBDocumentClient,
  env: { readonly TICKET_TABLE: string; readonly PROVINCE: string },
  pseudonym: (value: string) => string,
): Opening {
  const tickets = dynamoTicketStore(client, env.TICKET_TABLE);
  const rules = provinceRules(env.PROVINCE);
  const { province, routing, follow } = rules;
  return {
    tickets,
    rules,
    understand: understanding(env.PROVINCE, province),
    chooseAgency: routing.chooseAgency,
    follow,
    nextCode: leasedCodes(province.province.codePrefix, tickets.leaseCodes),
    newId: () => ulid(),
    pseudonym,
    sameMatterHours: province.policies.sameMatterHours,
    now: () => new Date(),
  };
}
