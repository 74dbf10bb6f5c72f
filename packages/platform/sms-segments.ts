const ONE = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const BASIC = new Set(`${ONE}\n\r£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà`);
/** Reached by an escape character, so each counts twice. */
const EXTENDED = new Set("^{}\\[~]|€\f");

/**
 * How many units a text takes in the alphabet of text messages (GSM 03.38), or `undefined` when one of its
 * characters is not in it, which would make the whole message UCS-2 and 70 characters long.
 */
export function gsmUnits(text: string): number | undefined {
  let units = 0;
  for (const character of text) {
    if (BASIC.has(character)) units += 1;
    else if (EXTENDED.has(character)) units += 2;
    else return undefined;
  }
  return units;
}

/** How many messages a text is charged as: 160 units alone, 153 in each of several. */
export function smsSegments(text: string): number | undefined {
  const units = gsmUnits(text);
  if (units === undefined) return undefined;
  return units <= 160 ? 1 : Math.ceil(units / 153);
}
