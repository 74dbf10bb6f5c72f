import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { HotlineFunction } from "./hotline-function.ts";

/** Calls a function at the start of each minute; a call that fails is not repeated, for the next one does it all. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, worker: HotlineFunction) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    const { functionArn } = worker.lambda;
    role.addToPolicy(
      new PolicyStatement({ sid: "CallIt", actions: ["lambda:InvokeFunction"], resources: [functionArn] }),
    );
    const schedule = new CfnSchedule(this, "Schedule", {
      scheduleExpression: "rate(1 minute)",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({}),
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
    });
    schedule.node.addDependency(role);
  }
}
