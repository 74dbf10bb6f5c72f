import { testPseudonym } from "./test-pseudonym.ts";

/** What the samples below `events/channels/email` are read with. */
export const emailSettings = { pseudonym: testPseudonym, ownAddresses: ["1022@dongthap.example.vn"] } as const;
