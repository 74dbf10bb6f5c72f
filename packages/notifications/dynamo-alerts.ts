import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Alert } from "#contracts/outbound-message";
import type { AlertList } from "#notifications/alert-list";
import { alertSortKey, dynamoAlertLines, type StoredAlert } from "#notifications/dynamo-alert-lines";

/** Alert lists in the one table, each line in every list that must show it. */
export function dynamoAlerts(client: DynamoDBDocumentClient, TableName: string): AlertList {
  const lines = dynamoAlertLines(client, TableName);
  return {
    async put(alerts) {
      for (const copies of Map.groupBy(alerts, ({ id }) => id).values()) {
        const lists = copies.map(({ staff }) => staff);
        await Promise.all(copies.map((alert) => lines.put({ ...alert, lists })));
      }
    },
    async page(owners, limit, after) {
      const found = (await Promise.all(owners.map((owner) => lines.newest(owner, limit + 1, after)))).flat();
      const unique = [...new Map(found.map((line) => [line.id, line])).values()];
      const alerts = unique.toSorted(newestFirst).slice(0, limit).map(withoutLists);
      const last = alerts.at(-1);
      return unique.length > limit && last !== undefined ? { alerts, after: last.id } : { alerts };
    },
    async find(owners, id) {
      const found = await Promise.all(owners.map((owner) => lines.read(owner, id)));
      const alert = found.find((line) => line !== undefined);
      return alert === undefined ? undefined : withoutLists(alert);
    },
    async acknowledge(alert, by, at) {
      const lists = (await lines.read(alert.staff, alert.id))?.lists ?? [];
      await Promise.all(lists.map((owner) => lines.mark(owner, alert.id, by, at)));
      const marked = await lines.read(alert.staff, alert.id);
      return marked === undefined ? alert : withoutLists(marked);
    },
  };
}

const withoutLists = ({ lists: _, ...alert }: StoredAlert): Alert => alert;

function newestFirst(a: StoredAlert, b: StoredAlert): number {
  return (alertSortKey(a.id) ?? "") < (alertSortKey(b.id) ?? "") ? 1 : -1;
}
