/** The names under which what triage reads of a province lies in a function's bundle. */
export const COMPILED_WORDS = "triage-words.compiled.bin";
export const COMPILED_GAZETTEER = "gazetteer.compiled.json";
