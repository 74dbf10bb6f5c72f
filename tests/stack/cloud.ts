import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  GetQueueAttributesCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { DeleteParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { FunctionName } from "../../functions/function-names.ts";
import { type Emulator, REGION } from "./emulator.ts";

/** What an operator with an administrator's key does to the account. */
export function cloud({ endpoint }: Emulator) {
  const config = { endpoint, region: REGION, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  const lambda = new LambdaClient(config);
  const logs = new CloudWatchLogsClient(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const sqs = new SQSClient(config);
  const ssm = new SSMClient(config);

  const physicalName = async (name: FunctionName): Promise<string> => {
    const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
    const prefix = `hotline1022-dev-${name.replaceAll("-", "")}Function`;
    const found = Functions.find(({ FunctionName }) => FunctionName?.startsWith(prefix))?.FunctionName;
    if (found === undefined) throw new Error(`No function is deployed whose name starts with ${prefix}`);
    return found;
  };

  return {
    sqs,
    ssm,
    table: DynamoDBDocumentClient.from(new DynamoDBClient(config)),

    async forgetSecrets(names: readonly string[]): Promise<void> {
      for (const Name of names) await ssm.send(new DeleteParameterCommand({ Name })).catch(() => undefined);
    },
    async putFile(Bucket: string, Key: string, Body: string): Promise<void> {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/json" }));
    },
    async send(QueueUrl: string, MessageBody: string, group: string): Promise<void> {
      const id = `${group}-${MessageBody.length}`;
      await sqs.send(
        new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: group, MessageDeduplicationId: id }),
      );
    },
    async depth(QueueUrl: string): Promise<number> {
      const AttributeNames = ["ApproximateNumberOfMessages" as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
    /** A message that failed is handed out again after so many seconds. */
    async hideFor(QueueUrl: string, seconds: number): Promise<void> {
      const Attributes = { VisibilityTimeout: String(seconds) };
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    },
    /** Gives a function another value of a variable; what it gives back puts the old one in its place again. */
    async misconfigure(name: FunctionName, variable: string, wrong: string): Promise<() => Promise<void>> {
      const FunctionName = await physicalName(name);
      const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
      const set = async (Variables: Record<string, string>) => {
        await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
      };
      await set({ ...Environment?.Variables, [variable]: wrong });
      return () => set({ ...Environment?.Variables });
    },
    /** All lines of all logs of the stack, by the log's name. */
    async logLines(): Promise<ReadonlyMap<string, readonly string[]>> {
      const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
      const ours = logGroups
        .flatMap(({ logGroupName }) => logGroupName ?? [])
        .filter((name) => name.includes("hotline1022-dev"));
      const lines = new Map<string, readonly string[]>();
      for (const name of ours) lines.set(name, await allLines(logs, name));
      return lines;
    },
  };
}
export type Cloud = ReturnType<typeof cloud>;

async function allLines(logs: CloudWatchLogsClient, logGroupName: string): Promise<string[]> {
  const lines: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await logs.send(
      new FilterLogEventsCommand({ logGroupName, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    lines.push(...(page.events ?? []).flatMap(({ message }) => message ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return lines;
}
