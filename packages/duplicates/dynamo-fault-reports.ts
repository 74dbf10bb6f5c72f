import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { timeToLiveAttribute } from "#platform/table";
import { reportKey, surroundingsKey } from "./dynamo-keys.ts";
import { faultReportSchema } from "./fault-report.ts";
import type { FaultReports } from "./fault-reports.ts";

/** Two weeks show what is usual, and a day for a stream that had to wait. */
const KEPT_SECONDS = 15 * 86_400;

/** Reports in the one table; each forgets itself. */
export function dynamoFaultReports(client: DynamoDBDocumentClient, TableName: string): FaultReports {
  return {
    async keep(report) {
      const expiresAt = Math.ceil(Date.parse(report.at) / 1000) + KEPT_SECONDS;
      const Item = { ...reportKey(report), ...report, [timeToLiveAttribute]: expiresAt };
      await client.send(new PutCommand({ TableName, Item }));
    },
    async between({ from, to, ...where }, order, Limit) {
      const query = new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :where AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: {
          ":where": surroundingsKey(where),
          ":from": `R#${from.toISOString()}`,
          ":to": `R#${to.toISOString()}#~`,
        },
        ScanIndexForward: order === "oldest-first",
        ConsistentRead: true,
        Limit,
      });
      const { Items = [] } = await client.send(query);
      return Items.map((item) => faultReportSchema.parse(item));
    },
  };
}
