import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Making } from "./making.ts";
import { StaffClaims } from "./staff-claims.ts";

/**
 * The desk's users, for a province without a single sign-on of its own.
 *
 * An administrator invites them; nobody signs up. Roles, agencies and areas are attributes that only the
 * administrator writes (several with blanks between them), and claims of the token.
 */
export class StaffPool extends Construct {
  readonly issuer: string;
  readonly audience: string;

  constructor(scope: Construct, id: string, { stage, bell }: Pick<Making, "stage" | "bell">) {
    super(scope, id);
    const { keepsData } = stage;
    const pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      customAttributes: {
        roles: new StringAttribute({ mutable: true, maxLen: 256 }),
        agencies: new StringAttribute({ mutable: true, maxLen: 2048 }),
        areas: new StringAttribute({ mutable: true, maxLen: 2048 }),
      },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const claims = new StaffClaims(this, "Claims", { stage, bell }).worker.lambda;
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, claims, LambdaVersion.V2_0);
    Validations.of(pool).acknowledge({
      id: "AwsSolutions-COG8",
      reason: "A few hundred invited officers who must use a second factor; the plus tier guards against strangers",
    });
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`;
    this.audience = this.desk(pool).userPoolClientId;
  }

  private desk(pool: UserPool): UserPoolClient {
    return pool.addClient("Desk", {
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }), // never their own roles
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12), // one shift: who goes home is signed out by morning
      enableTokenRevocation: true,
    });
  }
}
