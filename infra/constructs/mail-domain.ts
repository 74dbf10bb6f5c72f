import { Aws, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  ReceiptRuleSet,
} from "aws-cdk-lib/aws-ses";
import { S3 } from "aws-cdk-lib/aws-ses-actions";
import { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";
import type { FileBucket } from "./file-bucket.ts";
import type { HotlineFunction } from "./hotline-function.ts";

/** The domain whose name stands under the hotline's e-mails; its DKIM records are set once, by hand, at its registrar. */
export class MailDomain extends Construct {
  private readonly domain: string;
  private readonly identity: EmailIdentity;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, domain: string) {
    super(scope, id);
    this.domain = domain;
    this.configurationSet = new ConfigurationSet(this, "Sending", { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE });
    this.identity = new EmailIdentity(this, "Domain", {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
    });
  }

  /** Told to whom mail is from, and to whom it is not answered: ourselves. */
  knownTo(worker: HotlineFunction): void {
    worker.isTold("EMAIL_FROM", `1022@${this.domain}`);
  }

  sentBy(sender: HotlineFunction): void {
    this.knownTo(sender);
    const resource = `configuration-set/${this.configurationSet.configurationSetName}`;
    const setArn = Stack.of(this).formatArn({ service: "ses", resource });
    const resources = [this.identity.emailIdentityArn, setArn];
    sender.may(new PolicyStatement({ sid: "SendEmail", actions: ["ses:SendEmail"], resources }));
  }

  /**
   * What citizens write to the domain lands as files in a folder of the bucket.
   *
   * An account has one active rule set: after the first deployment it is switched on by hand,
   * `aws ses set-active-receipt-rule-set`, and the domain's MX record is set at its registrar.
   */
  landsIn(files: FileBucket, folder: string, key: DataKey): void {
    new ReceiptRuleSet(this, "Received", {
      rules: [
        {
          recipients: [this.domain],
          scanEnabled: true, // spam and viruses are marked, and the adapter reads the verdict
          actions: [new S3({ bucket: files.bucket as IBucket, objectKeyPrefix: folder })],
        },
      ],
    });
    key.key.addToResourcePolicy(
      new PolicyStatement({
        sid: "LetMailLand",
        principals: [new ServicePrincipal("ses.amazonaws.com")],
        actions: ["kms:GenerateDataKey"],
        resources: ["*"], // in a key's own policy: this key
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
  }
}
