import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoFaultReports } from "#duplicates/dynamo-fault-reports";
import { dynamoIncidentProposals } from "#duplicates/dynamo-incident-proposals";
import { watchForStorm } from "#duplicates/watch-for-storm";
import { type TellEveryoneDependencies, tellEveryone } from "#notifications/tell-everyone";
import { tellIncident } from "#notifications/tell-incident";
import type { ProvinceRules } from "../province-rules.ts";
import type { RememberReportDependencies } from "./remember-report.ts";

/** What remembering reports needs: the table to look in, and whom to tell of a storm. */
export function reportWiring(
  client: DynamoDBDocumentClient,
  table: string,
  { province, telling }: ProvinceRules,
  everyone: TellEveryoneDependencies,
): RememberReportDependencies {
  const reports = dynamoFaultReports(client, table);
  const proposals = dynamoIncidentProposals(client, table);
  const categories = new Map(province.categories.map(({ code, name }) => [code, name.vi]));
  return {
    watch: (report) => watchForStorm(report, { reports, proposals }),
    async tell({ id, at, category, area, reporters }, ticket) {
      const names = {
        category: categories.get(category) ?? category,
        place: telling.organisation.areaLabel(area, new Date(at)),
      };
      await tellEveryone(tellIncident({ id, at, reporters, ...names }, ticket, telling), everyone);
    },
  };
}
