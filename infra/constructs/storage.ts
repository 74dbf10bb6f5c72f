import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { AccessLogs } from "./access-logs.ts";
import { DataKey } from "./data-key.ts";
import { FileBucket } from "./file-bucket.ts";
import type { Making } from "./making.ts";
import { TicketTable } from "./ticket-table.ts";

/** What outlives every function: one table and two buckets, all under one key. */
export class Storage extends Construct {
  readonly key: DataKey;
  readonly tickets: TicketTable;
  readonly transcripts: FileBucket;
  readonly attachments: FileBucket;

  constructor(scope: Construct, id: string, making: Making) {
    super(scope, id);
    const key = new DataKey(this, "Key", making.stage);
    this.key = key;
    const accessLogs = new AccessLogs(this, "AccessLogs", making.stage).bucket;
    const files = { ...making, key, accessLogs };
    this.tickets = new TicketTable(this, "Tickets", { ...making, key });
    // The words of a call are in its ticket; the file is only there to read them again after a mistake of ours.
    const aQuarter = Duration.days(90);
    this.transcripts = new FileBucket(this, "Transcripts", { ...files, holds: "transcripts", keptFor: aQuarter });
    // Complaints may be brought up to two years later, and the picture is then the evidence.
    const twoYears = Duration.days(730);
    this.attachments = new FileBucket(this, "Attachments", { ...files, holds: "attachments", keptFor: twoYears });
  }
}
