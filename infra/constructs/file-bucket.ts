import { Aws, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnPermission } from "aws-cdk-lib/aws-lambda";
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";

export interface FileBucketProps extends Making {
  readonly holds: "transcripts" | "attachments";
  readonly key: DataKey;
  readonly accessLogs: Bucket;
  /** Files go after this time; what matters of them is in the ticket by then. */
  readonly keptFor: Duration;
}

/** Files of citizens: private, under our key, over TLS only, every access logged, and not kept for ever. */
export class FileBucket extends Construct {
  readonly bucket: Bucket;
  private readonly props: FileBucketProps;

  constructor(scope: Construct, id: string, props: FileBucketProps) {
    super(scope, id);
    this.props = props;
    const { holds, stage, key, accessLogs, keptFor } = props;
    this.bucket = new Bucket(this, "Bucket", {
      bucketName: this.name(),
      encryption: BucketEncryption.KMS,
      encryptionKey: key.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket, // CDK's optional properties do not fit our stricter compiler
      serverAccessLogsPrefix: `${holds}/`,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        {
          expiration: keptFor,
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(2),
        },
      ],
    });
  }

  /** Each new file below `prefix` is told to the reader, which may read it and nothing else. */
  wakes(reader: HotlineFunction, prefix: string): void {
    this.readBy(reader, prefix);
    const permission = new CfnPermission(this, "MayWakeReader", {
      action: "lambda:InvokeFunction",
      functionName: reader.lambda.functionArn,
      principal: new ServicePrincipal("s3.amazonaws.com").service,
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: this.arn(),
    });
    const bucket = this.bucket.node.defaultChild as CfnBucket;
    const filter = { s3Key: { rules: [{ name: "prefix", value: prefix }] } };
    bucket.notificationConfiguration = {
      lambdaConfigurations: [{ event: "s3:ObjectCreated:*", function: reader.lambda.functionArn, filter }],
    };
    bucket.addResourceDependency(permission);
  }

  readBy(reader: HotlineFunction, prefix: string): void {
    this.let(reader, "ReadFiles", "s3:GetObject", prefix);
  }

  filledBy(writer: HotlineFunction, prefix: string): void {
    this.let(writer, "AddFiles", "s3:PutObject", prefix);
  }

  private let(worker: HotlineFunction, sid: string, action: string, prefix: string): void {
    worker.may(new PolicyStatement({ sid, actions: [action], resources: [`${this.arn()}/${prefix}*`] }));
    Validations.of(worker).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:aws:s3:::${this.name("<AWS::AccountId>", "<AWS::Region>")}/${prefix}*]`,
      reason: "Files are named when they come; the bucket and the folder in it are what can be named before",
    });
    this.props.key.unlocks(worker, "s3");
    worker.isTold(`${this.props.holds.toUpperCase()}_BUCKET`, this.name());
  }

  /** Given by hand: bucket and reader know each other, and one of them must have a name first. */
  name(account: string = Aws.ACCOUNT_ID, region: string = Aws.REGION): string {
    const { stage, holds } = this.props;
    return `hotline1022-${stage.name}-${holds}-${account}-${region}`;
  }

  private arn(): string {
    return Stack.of(this).formatArn({ service: "s3", region: "", account: "", resource: this.name() });
  }
}
