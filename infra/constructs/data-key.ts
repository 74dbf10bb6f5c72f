import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import type { HotlineFunction } from "./hotline-function.ts";

/** The province's own key over everything a citizen said. Disabling it makes all of it unreadable at once. */
export class DataKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.key = new Key(this, "Key", {
      description: "Tickets, transcripts and pictures of citizens",
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Through the given service only: the function cannot decrypt what it got elsewhere. */
  unlocks(worker: HotlineFunction, service: "dynamodb" | "s3"): void {
    worker.may(
      new PolicyStatement({
        sid: service === "s3" ? "UseKeyForFiles" : "UseKeyForTickets",
        actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
        resources: [this.key.keyArn],
        conditions: { StringEquals: { "kms:ViaService": `${service}.${this.key.stack.region}.amazonaws.com` } },
      }),
    );
  }
}
