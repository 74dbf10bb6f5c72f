import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { parameterName, type SecretName } from "../secrets/secret-names.ts";
import type { Stage } from "../stages.ts";
import type { FunctionSettings } from "./function-settings.ts";
import type { Making } from "./making.ts";

export interface HotlineFunctionProps extends Pick<Making, "stage" | "bell"> {
  readonly name: string;
  readonly code: Code;
  readonly needs: FunctionSettings;
  /** Keeps the event that an asynchronous caller will not send again; or why nothing is lost without it. */
  readonly deadLetters: IQueue | { readonly notNeeded: string };
}

/** One function with a role, a log and alarms of its own; it may do nothing until the stack lets it. */
export class HotlineFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly name: string;
  private readonly needs: FunctionSettings;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { name, code, needs, stage, bell, deadLetters }: HotlineFunctionProps) {
    super(scope, id);
    this.name = name;
    this.needs = needs;
    const { does, timeoutSeconds, memoryMb, settings } = needs;
    const logGroup = new LogGroup(this, "Log", { retention: stage.logRetention, removalPolicy: RemovalPolicy.DESTROY });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(this.role);
    const reserved = new Map<string, number>(Object.entries(stage.reservedConcurrency)).get(name);
    this.lambda = new LambdaFunction(this, "Function", {
      description: does,
      code,
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X, // pinned: `latest` would change under a running province
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memoryMb,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      environment: { STAGE: stage.name, ...only(settings, stage.settings) },
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      ...("notNeeded" in deadLetters ? {} : { deadLetterQueue: deadLetters, retryAttempts: 2 }),
    });
    this.readsSecrets(stage);
    this.cries(bell);
    this.explains(deadLetters);
  }

  may(statement: PolicyStatement): void {
    this.role.addToPolicy(statement);
  }

  isTold(variable: string, value: string): void {
    this.lambda.addEnvironment(variable, value);
  }

  /** The variables carry the parameters' names; the values never stand in a template. */
  private readsSecrets({ name: stage, emulated }: Stage): void {
    const { secrets } = this.needs;
    if (secrets.length === 0) return;
    for (const secret of secrets) this.isTold(`${secret}_PARAMETER`, parameterName(stage, secret));
    const arnOf = (secret: SecretName) =>
      Stack.of(this).formatArn({ service: "ssm", resource: `parameter${parameterName(stage, secret)}` });
    const resources = emulated ? ["*"] : secrets.map(arnOf);
    this.may(new PolicyStatement({ sid: "ReadSecrets", actions: ["ssm:GetParameters"], resources }));
  }

  private explains(deadLetters: HotlineFunctionProps["deadLetters"]): void {
    const tracing = "X-Ray's two write actions take no resource name";
    Validations.of(this.role).acknowledge({ id: "AwsSolutions-IAM5[Resource::*]", reason: tracing });
    if ("notNeeded" in deadLetters) {
      Validations.of(this.lambda).acknowledge({ id: "Serverless-LambdaDLQ", reason: deadLetters.notNeeded });
    } else {
      const reason = "The dead-letter queue keeps the event just as it came, ready to be sent again";
      Validations.of(this.lambda).acknowledge({ id: "Serverless-LambdaAsyncFailureDestination", reason });
    }
  }

  private cries(bell: Making["bell"]): void {
    const { impactWhenFailing: impactWhenStuck } = this.needs;
    // Lambda counts 0 or 1 for each call, so the average is the share that failed.
    const failedShare = this.lambda.metricErrors({ statistic: "Average" });
    const errors = { metric: failedShare, when: { above: 0.01 }, forMinutes: 5, impactWhenStuck };
    bell.ringWhen(this, "Failing", { ...errors, runbook: "function-errors" });
    const throttles = { metric: this.lambda.metricThrottles(), when: { above: 0 }, forMinutes: 3, impactWhenStuck };
    bell.ringWhen(this, "Throttled", { ...throttles, runbook: "function-throttled" });
  }
}

function only(names: readonly string[], settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = settings[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
