/** The province's words contradict their form or each other; one line for each mistake, all of them at once. */
export class TriageWordsError extends Error {
  override readonly name = "TriageWordsError";
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The province's words have ${mistakes.length} mistakes:\n  ${mistakes.join("\n  ")}`);
    this.mistakes = mistakes;
  }
}
