import southern from "./southern-words.json" with { type: "json" };
import { wordReplacer } from "./word-replacer.ts";

const replace = wordReplacer(southern);

/**
 * Words of the Mekong delta beside the written standard's: "tui", "bịnh", "hổm rày" become "tôi", "bệnh", "mấy hôm nay".
 *
 * For reading what is meant, never for names: "Thạnh Nhựt" and "Mỹ Chánh" are spelled that way.
 */
export function southernToStandard(text: string): string {
  return replace(text);
}
