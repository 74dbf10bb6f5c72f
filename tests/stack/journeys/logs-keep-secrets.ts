import { functionNames } from "../../../functions/function-names.ts";
import { localSecrets } from "../../../packages/local/local-secrets.ts";
import type { Deployed } from "../deployed.ts";
import { check } from "../steps.ts";

/** Neither a citizen's words, name or number nor a secret of ours stands in any log. */
export async function logsKeepSecrets({ cloud, steps, personal }: Deployed): Promise<void> {
  await steps.step("each function has written its log", async () => {
    const groups = [...(await cloud.logLines())];
    for (const name of functionNames) {
      const log = groups.find(([group]) => group.includes(`${name.replaceAll("-", "")}Log`));
      check((log?.[1].length ?? 0) > 0, `The log of ${name} is empty or missing, so nothing can be proven by it`);
    }
  });
  await steps.step(`no log holds any of ${personal.size} personal or any secret values that went through`, async () => {
    const secrets = Object.entries(localSecrets).flatMap(([name, value]) =>
      /KEY|SECRET|TOKEN/.test(name) ? [value] : [],
    );
    for (const [group, lines] of await cloud.logLines()) {
      const leaked = [...personal, ...secrets].filter((word) => lines.some((line) => line.includes(word)));
      check(leaked.length === 0, `${group} holds ${leaked.map((word) => JSON.stringify(word)).join(", ")}`);
    }
  });
}
