/** A province's files contradict their form or each other; one line for each mistake, all of them at once. */
export class ProvinceError extends Error {
  override readonly name = "ProvinceError";
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The province's configuration has ${mistakes.length} mistakes:\n  ${mistakes.join("\n  ")}`);
    this.mistakes = mistakes;
  }
}
