import { Code } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";

/** Small enough to lie in the template: AWS puts it into a file of its own, in the older of Node's two module forms. */
const copyAttributes = `
exports.handler = async (event) => {
  const attributes = event.request.userAttributes;
  const claim = (name) => attributes["custom:" + name] || "";
  const claimsToAddOrOverride = { roles: claim("roles"), agencies: claim("agencies"), areas: claim("areas") };
  const tokens = { claimsToAddOrOverride };
  event.response = { claimsAndScopeOverrideDetails: { idTokenGeneration: tokens, accessTokenGeneration: tokens } };
  return event;
};`;

/** Lays a user's roles, agencies and areas into the token under the names that the desk reads from any issuer. */
export class StaffClaims extends Construct {
  readonly worker: HotlineFunction;

  constructor(scope: Construct, id: string, { stage, bell }: Pick<Making, "stage" | "bell">) {
    super(scope, id);
    this.worker = new HotlineFunction(this, "Claims", {
      name: "staff-claims",
      code: Code.fromInline(copyAttributes),
      needs: {
        does: "Lays roles, agencies and areas into the tokens of the desk",
        timeoutSeconds: 5,
        memoryMb: 512,
        secrets: [],
        settings: [],
        impactWhenFailing: "Officers cannot sign in at the desk",
      },
      stage,
      bell,
      deadLetters: { notNeeded: "Cognito waits for the answer, and the officer signs in again" },
    });
  }
}
