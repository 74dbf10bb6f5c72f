import { DescribeStreamCommand, type DynamoDBStreamsClient, type Shard } from "@aws-sdk/client-dynamodb-streams";
import type { StreamCheckpoints } from "./stream-checkpoints.ts";

/** All shards of a stream, whatever the number of pages. */
export async function streamShards(client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let ExclusiveStartShardId: string | undefined;
  do {
    const page = { StreamArn, ...(ExclusiveStartShardId === undefined ? {} : { ExclusiveStartShardId }) };
    const { StreamDescription } = await client.send(new DescribeStreamCommand(page));
    shards.push(...(StreamDescription?.Shards ?? []));
    ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId;
  } while (ExclusiveStartShardId !== undefined);
  return shards;
}

/** The shards that may be read now: not finished, and their parent finished or no longer kept. */
export function readableShards(shards: readonly Shard[], read: StreamCheckpoints["shards"]): string[] {
  const isFinished = (id: string | undefined) => id !== undefined && read[id]?.finished === true;
  const isKept = (id: string) => shards.some(({ ShardId }) => ShardId === id);
  return shards
    .filter(({ ShardId, ParentShardId }) => {
      const isAfterParent = ParentShardId === undefined || !isKept(ParentShardId) || isFinished(ParentShardId);
      return ShardId !== undefined && !isFinished(ShardId) && isAfterParent;
    })
    .map(({ ShardId = "" }) => ShardId);
}
