import { jsonLogger, type Logger } from "#platform/logger";
import { embeddedMetrics, type Metrics } from "#platform/metrics";

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const now = (): Date => new Date();

/** The log and the metrics of a running function: lines of its standard output. */
export const logger: Logger = jsonLogger(write, now);
export const metrics: Metrics = embeddedMetrics(write, now);
