/** An agent asks who is calling. */
export const ASKS_FOR_NAME =
  /(?:tên gì|họ tên|họ và tên|quý danh|tên là gì|xin (?:cái |cho em )?tên|cho (?:em|con|tôi|mình|cháu) (?:xin |biết |hỏi )*(?:cái )?tên|tên (?:của )?(?:mình|cô|chú|anh|chị|bác|dì))/iu;

/** An agent asks for a number to call back. */
export const ASKS_FOR_PHONE = /số (?:điện thoại|phone|máy|liên hệ|di động|đt)|xin số|cái số/iu;

/** An agent asks where it is. */
export const ASKS_FOR_PLACE =
  /(?:ở đâu|chỗ nào|đoạn nào|khu vực nào|địa chỉ|vị trí|địa điểm|(?:đường|tuyến|lộ|hẻm|ấp|xã|phường|khu phố|khóm|chợ|cầu) nào|ở khúc nào|nơi nào)/iu;
