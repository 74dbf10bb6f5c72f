import { expect, it } from "vitest";
import { tableIndexes, tableKeys, timeToLiveAttribute } from "#platform/table";
import { at, listOf, pointsTo, type Synthesised } from "./synthesised.ts";

/** What holds for everything that lasts. */
export function storageRules({ of }: Synthesised): void {
  const table = of("AWS::DynamoDB::GlobalTable")[0]?.properties;

  it("deploys the table that a laptop and the tests make", () => {
    const keysOf = (value: unknown) => listOf(at(value, "KeySchema")).map((key) => at(key, "AttributeName"));
    expect(keysOf(table)).toEqual([tableKeys.partition, tableKeys.sort]);
    const indexes = listOf(at(table, "GlobalSecondaryIndexes")).map((index) => ({
      name: at(index, "IndexName"),
      keys: keysOf(index),
      carries: at(index, "Projection", "ProjectionType"),
    }));
    expect(indexes).toEqual(
      tableIndexes.map(({ name, partition, sort }) => ({ name, keys: [partition, sort], carries: "KEYS_ONLY" })),
    );
    expect(at(table, "TimeToLiveSpecification")).toEqual({ AttributeName: timeToLiveAttribute, Enabled: true });
    expect(at(table, "StreamSpecification", "StreamViewType")).toBe("NEW_AND_OLD_IMAGES");
  });

  it("can bring the table back to any second of the last 35 days", () => {
    expect(at(table, "Replicas", 0, "PointInTimeRecoverySpecification")).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it("keeps table, buckets and key when the stack is deleted by mistake", () => {
    expect(at(table, "Replicas", 0, "DeletionProtectionEnabled")).toBe(true);
  });

  it("locks everything of citizens with the province's own key, which changes every year", () => {
    const key = of("AWS::KMS::Key")[0];
    expect(at(key?.properties, "EnableKeyRotation")).toBe(true);
    expect(at(table, "SSESpecification", "SSEType")).toBe("KMS");
    expect(pointsTo(at(table, "Replicas", 0, "SSESpecification", "KMSMasterKeyId"))).toBe(key?.id);
    const ours = of("AWS::S3::Bucket").filter(({ properties }) => at(properties, "BucketName") !== undefined);
    expect(ours).toHaveLength(2);
    for (const { properties } of ours) {
      const rule = at(properties, "BucketEncryption", "ServerSideEncryptionConfiguration", 0);
      expect(pointsTo(at(rule, "ServerSideEncryptionByDefault", "KMSMasterKeyID"))).toBe(key?.id);
    }
  });

  it("keeps no file for ever, and logs who reads one", () => {
    const ours = of("AWS::S3::Bucket").filter(({ properties }) => at(properties, "BucketName") !== undefined);
    for (const { properties } of ours) {
      expect(Number(at(properties, "LifecycleConfiguration", "Rules", 0, "ExpirationInDays"))).toBeGreaterThan(0);
      expect(at(properties, "LoggingConfiguration", "DestinationBucketName")).toBeDefined();
    }
  });
}
