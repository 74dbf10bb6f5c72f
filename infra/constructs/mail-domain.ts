import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { HotlineFunction } from "./hotline-function.ts";

/** The domain whose name stands under the hotline's e-mails; its DKIM records are set once, by hand, at its registrar. */
export class MailDomain extends Construct {
  private readonly identity: EmailIdentity;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, domain: string) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, "Sending", { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE });
    this.identity = new EmailIdentity(this, "Domain", {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
    });
  }

  sentBy(sender: HotlineFunction): void {
    const { configurationSetName } = this.configurationSet;
    const resource = `configuration-set/${configurationSetName}`;
    const setArn = Stack.of(this).formatArn({ service: "ses", resource });
    const resources = [this.identity.emailIdentityArn, setArn];
    sender.isTold("EMAIL_FROM", `1022@${this.identity.emailIdentityName}`);
    sender.may(new PolicyStatement({ sid: "SendEmail", actions: ["ses:SendEmail"], resources }));
  }
}
