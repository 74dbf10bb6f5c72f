const NUMBERED = /(?:^|\s)(?:\(?[1-9]\)|[1-9]\.\s|thứ nhất|thứ hai|thứ ba|một là|hai là|ba là)\s*/giu;
const FURTHER =
  /(?:[,.;]\s*|\s)(?:ngoài ra|với lại|vói lại|đồng thời|thêm nữa|nhân tiện|sẵn tiện|tiện thể|sẵn cho|còn một chuyện|còn cái nữa|còn chuyện nữa|à mà còn|một chuyện nữa|ngoai ra|voi lai|san tien)\s+/giu;
const SHORTEST = 12;

/** The parts of a message that may be matters of their own: numbered lists and "ngoài ra", "với lại", "sẵn tiện". */
export function splitMatters(text: string): readonly string[] {
  const numbered = text.split(NUMBERED).map((part) => part.trim());
  const parts = numbered.length > 2 ? numbered.slice(1) : text.split(FURTHER).map((part) => part.trim());
  const long = parts.filter((part) => part.length >= SHORTEST);
  return long.length > 1 ? long : [];
}
