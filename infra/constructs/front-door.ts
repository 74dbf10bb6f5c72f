import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import type { AlarmBell } from "./alarm-bell.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";
import { StaffPool } from "./staff-pool.ts";

/**
 * What a line of the access log says: nothing about a person. No query string, for it may hold a phone number or a
 * token; no address of the caller.
 */
const accessLogFields = {
  time: "$context.requestTime",
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  integrationMs: "$context.integrationLatency",
  bytes: "$context.responseLength",
  error: "$context.error.message",
  authorizerError: "$context.authorizer.error",
};

/** The only public thing: a few paths below one address, the desk's behind the authorizer. */
export class FrontDoor extends Construct {
  readonly api: HttpApi;
  /** Without a slash at the end. */
  readonly url: string;
  private readonly staff: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { stage, bell }: Making) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { createDefaultStage: false, description: `Hotline 1022 ${stage.name}` });
    this.url = stage.publicUrl ?? this.api.apiEndpoint;
    this.staff = this.authorizerOf(stage, bell);
    this.answersAtItsRoot(stage);
    bell.ringWhen(this, "Errors", {
      metric: this.api.metricServerError({ statistic: "Average" }),
      when: { above: 0.01 },
      forMinutes: 5,
      impactWhenStuck: "Citizens, vendors or the desk get errors instead of answers",
      runbook: "api-errors",
    });
    bell.ringWhen(this, "Slow", {
      metric: this.api.metricIntegrationLatency({ statistic: "p99" }),
      when: { above: 2000 }, // Zalo gives up on a webhook after two seconds
      forMinutes: 5,
      impactWhenStuck: "Vendors stop waiting and deliver again; the desk feels slow",
      runbook: "api-errors",
    });
  }

  /** Anyone may call; `because` says who proves what instead of the authorizer. */
  opens(worker: HotlineFunction, because: string, ...paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(worker.name, worker.lambda);
    for (const path of paths) {
      for (const route of this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration })) {
        Validations.of(route).acknowledge({ id: "AwsSolutions-APIG4", reason: because });
      }
    }
  }

  /** Only with a token that the issuer of the desk has signed for us. */
  opensToStaff(worker: HotlineFunction, ...paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(worker.name, worker.lambda);
    const { staff: authorizer } = this;
    for (const path of paths) this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration, authorizer });
  }

  private authorizerOf(stage: Stage, bell: AlarmBell): HttpJwtAuthorizer {
    const { staffLogin } = stage;
    const { issuer, audience } =
      staffLogin.kind === "oidc" ? staffLogin : new StaffPool(this, "Staff", { stage, bell });
    return new HttpJwtAuthorizer("Staff", issuer, { jwtAudience: [audience] });
  }

  private answersAtItsRoot(stage: Stage): void {
    const accessLog = new LogGroup(this, "AccessLog", {
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: stage.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
  }
}
