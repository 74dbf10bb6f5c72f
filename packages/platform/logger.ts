/**
 * What a log line may carry. The list is closed on purpose: a name, phone number or a citizen's words have no field
 * to stand in, so they cannot be logged by accident.
 */
interface LogFields {
  readonly function?: string;
  readonly source?: string;
  readonly channel?: string;
  readonly ticketId?: string;
  readonly ticketCode?: string;
  readonly eventId?: string;
  readonly messageId?: string;
  readonly agency?: string;
  readonly clock?: string;
  readonly kind?: string;
  readonly reason?: string;
  readonly requestId?: string;
  readonly path?: string;
  readonly status?: number;
  readonly count?: number;
  readonly durationMs?: number;
  readonly error?: unknown;
}

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Writes one JSON object a line, as CloudWatch reads them. */
export function jsonLogger(write: (line: string) => void, now: () => Date): Logger {
  const line =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      const { error, ...rest } = fields;
      write(
        JSON.stringify({
          level,
          time: now().toISOString(),
          message,
          ...rest,
          ...(error === undefined ? {} : { error: errorShape(error) }),
        }),
      );
    };
  return { info: line("INFO"), warn: line("WARN"), error: line("ERROR") };
}

/** Kind and place of an error. Its message stays out unless we wrote it ourselves: a vendor's may quote a citizen. */
function errorShape(error: unknown): { name: string; message?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((frame) => frame.trimStart().startsWith("at "))
    .slice(0, 6);
  const ours = "isSafeToLog" in error && error.isSafeToLog === true;
  return {
    name: error.name,
    ...(ours ? { message: error.message } : {}),
    stack: frames.map((frame) => frame.trim()).join(" | "),
  };
}
