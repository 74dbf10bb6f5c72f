const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\d])P\.?\s*(?=[\p{Lu}0-9])(?!\p{Lu}{2})/gu, "phường "],
  [/(?<![\p{L}\d])p\.\s*(?=\p{L}|\d)/gu, "phường "],
  [/(?<![\p{L}\d])p(?:\s+(?=\p{L}{2,})|(?=\d))/gu, "phường "],
  [/(?<![\p{L}\d])f\.?\s*(?=\d)/giu, "phường "],
  [/(?<![\p{L}\d])X\.\s*(?=\p{L})/giu, "xã "],
  [/(?<![\p{L}\d])H\.\s*(?=\p{L})/giu, "huyện "],
  [/(?<![\p{L}\d])TT\.?\s+(?=\p{Lu})/gu, "thị trấn "],
  [/(?<![\p{L}\d])TX\.?\s*(?=\p{L})/gu, "thị xã "],
  [/(?<![\p{L}\d])tp\s*\.?\s*h(?:cm|ồ chí minh|o chi minh)(?!\p{L})/giu, "Sài Gòn"],
  [/(?<![\p{L}\d])(?:tphcm|hcm|sg)(?!\p{L})/giu, "Sài Gòn"],
  [/(?<![\p{L}\d])TPD(?!\p{L})/giu, "Tân Phú Đông"],
  [/(?<![\p{L}\d])GCĐ(?!\p{L})|(?<![\p{L}\d])GCD(?!\p{L})/gu, "huyện Gò Công Đông"],
  [/(?<![\p{L}\d])GCT(?!\p{L})/gu, "huyện Gò Công Tây"],
  [/(?<![\p{L}\d])TP\.?\s*(?=\p{L})/gu, "thành phố "],
  [/(?<![\p{L}\d])(?:kp|k\.p\.?)\s*(?=\d|\p{L})/giu, "khu phố "],
  [/(?<![\p{L}\d])kdc(?!\p{L})/giu, "khu dân cư"],
  [/(?<![\p{L}\d])kcn(?!\p{L})/giu, "khu công nghiệp"],
  [/(?<![\p{L}\d])ccn(?!\p{L})/giu, "cụm công nghiệp"],
  [/(?<![\p{L}\d])q\.?l\.?\s*(?=\d)/giu, "quốc lộ "],
  [/(?<![\p{L}\d])(?:đ\.?t|d\.?t|tl)\.?\s*(?=8\d\d)/giu, "đường tỉnh "],
  [/(?<![\p{L}\d])(?:đ\.?h|d\.?h)\.?\s*(?=\d\d)/giu, "đường huyện "],
  [/(?<![\p{L}\d])t(?=[1-9](?:\d)?(?!\d|\p{L}))/gu, "tháng "],
  [/(?<=\d)\s*tr(?!\p{L})/giu, " triệu"],
  [/(?<=\d)k(?!\p{L})/giu, " ngàn"],
  [/(?<![\p{L}\d])CA(?=\s)/gu, "công an"],
  [/(?<![\p{L}\d])CN(?!\p{L})/gu, "chủ nhật"],
  [/(?<=\d)h(?=\d{2}(?!\d))/giu, " giờ "],
  [/(?<=\d)h(?![\p{L}\d])/giu, " giờ"],
];

/** Short forms that only make sense by what stands next to them: "P.4", "QL30", "t7", "12tr", "TPD". */
export function expandAbbreviations(text: string): string {
  let long = text;
  for (const [short, meaning] of RULES) long = long.replace(short, meaning);
  return long;
}
