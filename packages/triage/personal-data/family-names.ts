/** Family names that a full name begins with in the south, in the form of a regular expression's alternatives. */
export const FAMILY_NAMES =
  "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lâm|Mai|Cao|Châu|Tạ|Tô|Hà|Thái|Lương|Quách|Kiều|Đoàn";
