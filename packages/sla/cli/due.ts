import { runDue } from "#sla/cli/run-due";

process.exitCode = runDue(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
