import type { Transcript } from "#contracts/inbound-message";

/** One invented call and what an agent would write of it. */
interface CallSample {
  readonly special: string;
  /** "A" the agent, "C" the citizen, as the recogniser heard them. */
  readonly said: readonly `${"A" | "C"}: ${string}`[];
  readonly title: string;
}

/** Invented calls of the southern provinces: each has a trap in its name. */
export const callSamples: readonly CallSample[] = [
  {
    special: "comes to the point in the last sentence",
    said: [
      "A: dạ tổng đài một không hai hai xin nghe",
      "C: dạ alo em ơi chị hỏi chút xíu nha",
      "A: dạ chị cứ nói ạ",
      "C: chị ở bên xã vĩnh kim nè hồi sáng chị đi chợ về chị thấy bà con đứng đông lắm",
      "C: chị cũng hổng biết kêu ai nên chị gọi lên đây cái đèn đường trước cổng chợ tắt ba bữa nay rồi",
    ],
    title: "Đèn đường trước cổng chợ tắt ba bữa nay rồi",
  },
  {
    special: "agent asks back place, name and phone",
    said: [
      "A: tổng đài 1022 xin nghe ạ",
      "C: alo nhà tui bị cúp nước hai ngày nay rồi không có nước xài",
      "A: dạ nhà mình ở đâu vậy chú",
      "C: dạ ấp tân thuận xã bình ninh",
      "A: dạ cho con xin tên chú",
      "C: dạ nguyễn văn thử",
      "A: cho con xin số điện thoại luôn chú",
      "C: không chín không không không không không không ba ba",
    ],
    title: "Nhà tui bị cúp nước hai ngày nay rồi không có nước xài",
  },
  {
    special: "one long breath without marks",
    said: [
      "A: dạ 1022 nghe",
      "C: dạ chào em tui là dân ở phường mỹ phong tui tên trần thị mẫu tui gọi để phản ánh là con hẻm nhà tui hổm rày có người ta đổ rác xà bần tràn ra đường hôi quá trời mà kêu phường hoài hổng ai xuống nhờ mấy em nói giùm cho người xuống dọn",
    ],
    title: "Con hẻm nhà tui hổm rày có người ta đổ rác xà bần tràn ra đường hôi quá trời",
  },
  {
    special: "the agent repeats the matter with her own words",
    said: [
      "A: 1022 xin nghe anh cần hỗ trợ gì ạ",
      "C: em ơi trạm y tế xã tiêm ngừa cho mấy đứa nhỏ mà kêu đóng tiền không có biên lai",
      "A: dạ anh phản ánh trạm y tế thu tiền tiêm chủng không có biên lai đúng không ạ",
      "C: ừ đúng rồi em",
    ],
    title: "Trạm y tế xã tiêm ngừa cho mấy đứa nhỏ mà kêu đóng tiền không có biên lai",
  },
  {
    special: "small talk and weather first",
    said: [
      "C: alo có phải tổng đài không",
      "A: dạ phải ạ",
      "C: trời nay nắng dữ quá em hen",
      "A: dạ chú cần gì ạ",
      "C: à chú gọi hỏi cái vụ sổ đỏ nộp hồ sơ ngoài xã hai tháng rồi chưa thấy trả kết quả",
    ],
    title: "Sổ đỏ nộp hồ sơ ngoài xã hai tháng rồi chưa thấy trả kết quả",
  },
  {
    special: "danger",
    said: [
      "A: 1022 nghe ạ",
      "C: em ơi gấp lắm dây điện đứt rớt xuống đường đang xẹt lửa trước trường tiểu học",
      "A: dạ ở đâu chị",
      "C: đường lý thường kiệt phường mỹ tho",
    ],
    title: "Dây điện đứt rớt xuống đường đang xẹt lửa trước trường tiểu học",
  },
  {
    special: "a slip of the recogniser between right words",
    said: [
      "A: dạ em nghe",
      "C: ờ cái đường lộ nhựa chỗ cầu kênh ba nó sụp cái lỗ bự tổ chảng hôm qua có người té xe dồi",
    ],
    title: "Cái đường lộ nhựa chỗ cầu kênh ba nó sụp cái lỗ bự tổ chảng hôm qua có người té xe dồi",
  },
  {
    special: "complains about noise and says who wishes what",
    said: [
      "A: tổng đài xin nghe",
      "C: dạ em ở khu phố hai phường gò công kế bên nhà em quán nhậu hát karaoke kẹo kéo tới mười hai giờ khuya ai ngủ gì nổi",
      "A: dạ mình muốn tổng đài hỗ trợ sao ạ",
      "C: nhờ bên mình nhắc nhở giùm hoặc cho công an xuống xử lý",
    ],
    title: "Kế bên nhà em quán nhậu hát karaoke kẹo kéo tới mười hai giờ khuya ai ngủ gì nổi",
  },
  {
    special: "two sentences of the same matter with marks",
    said: [
      "A: Dạ, tổng đài 1022 xin nghe.",
      "C: Dạ chào em. Tôi muốn phản ánh tình trạng xe ben chở cát chạy qua đường huyện làm rơi vãi cát. Bụi bay mù mịt, con nít đi học không thấy đường.",
      "A: Dạ anh cho em xin họ tên.",
      "C: Lê Văn Ví Dụ.",
    ],
    title: "Tình trạng xe ben chở cát chạy qua đường huyện làm rơi vãi cát",
  },
  {
    special: "asks about a procedure",
    said: [
      "A: dạ 1022 xin nghe",
      "C: em ơi cho chị hỏi làm giấy khai sinh cho con mà ba nó ở tỉnh khác thì cần giấy tờ gì",
    ],
    title: "Làm giấy khai sinh cho con mà ba nó ở tỉnh khác thì cần giấy tờ gì",
  },
  {
    special: "name and number stand before the matter",
    said: [
      "C: alo tôi tên phạm thị thí dụ số điện thoại không chín không không không không không không bốn bốn",
      "A: dạ em ghi nhận rồi chị nói tiếp đi ạ",
      "C: tôi phản ánh trại heo kế bên xả nước thải ra kinh hôi thúi chịu không nổi",
    ],
    title: "Trại heo kế bên xả nước thải ra kinh hôi thúi chịu không nổi",
  },
  {
    special: "thanks and farewell at the end",
    said: [
      "A: dạ alo",
      "C: nước máy yếu xìu mấy bữa nay vòi chảy nhỏ giọt",
      "A: dạ em sẽ chuyển công ty cấp nước",
      "C: dạ cảm ơn em nhiều nha",
      "A: dạ không có gì ạ chào chị",
    ],
    title: "Nước máy yếu xìu mấy bữa nay vòi chảy nhỏ giọt",
  },
  {
    special: "the matter is spread over short answers",
    said: [
      "A: dạ 1022 nghe ạ",
      "C: cho tôi báo cái",
      "A: dạ anh báo gì ạ",
      "C: cây ngã",
      "A: dạ cây ngã ở đâu anh",
      "C: ngay ngã ba trước ủy ban xã nó đè lên dây điện luôn",
    ],
    title: "Cây ngã, ngay ngã ba trước ủy ban xã nó đè lên dây điện luôn",
  },
  {
    special: "an old person tells of money that did not come",
    said: [
      "A: dạ tổng đài nghe ạ",
      "C: con ơi bác năm nay tám mươi hai tuổi rồi",
      "A: dạ bác nói con nghe",
      "C: tiền trợ cấp người cao tuổi của bác hai tháng nay xã chưa phát",
      "C: bác đi hỏi thì người ta biểu về chờ",
    ],
    title: "Tiền trợ cấp người cao tuổi của bác hai tháng nay xã chưa phát",
  },
  {
    special: "the agent talks more than the caller",
    said: [
      "A: dạ tổng đài thông tin dịch vụ công 1022 tỉnh đồng tháp xin nghe em tên ngân em có thể hỗ trợ gì cho anh ạ",
      "C: em ơi ổ gà",
      "A: dạ ổ gà ở tuyến đường nào vậy anh đường tỉnh hay đường xã để em ghi nhận và chuyển phòng kinh tế ạ",
      "C: đường tỉnh tám trăm sáu mươi tư đoạn qua chợ",
    ],
    title: "Ổ gà, đường tỉnh tám trăm sáu mươi tư đoạn qua chợ",
  },
  {
    special: "the caller argues with the first answer",
    said: [
      "A: 1022 nghe",
      "C: tui gọi lần thứ ba rồi nha",
      "A: dạ em xin lỗi chú",
      "C: mấy cô cứ nói ghi nhận ghi nhận hoài",
      "C: cái cống trước nhà tui nghẹt mưa xuống là nước ngập vô tới trong nhà",
    ],
    title: "Cái cống trước nhà tui nghẹt mưa xuống là nước ngập vô tới trong nhà",
  },
  {
    special: "nobody knows who spoke",
    said: ["C: alo alo đường dây nóng hả chó thả rông chạy đầy đường cắn người đi bộ"],
    title: "Chó thả rông chạy đầy đường cắn người đi bộ",
  },
  {
    special: "asks first whether this is the hotline",
    said: [
      "C: a lô a lô",
      "A: dạ 1022 nghe",
      "C: ủa 1022 hả dạ con muốn hỏi lịch cúp điện ngày mai ở xã tân hồng có cúp không",
    ],
    title: "Lịch cúp điện ngày mai ở xã tân hồng có cúp không",
  },
  {
    special: "the last word belongs to the matter, not to the agent",
    said: [
      "A: dạ em nghe",
      "C: cái cầu ván qua kinh hai bị gãy hai tấm lọt chân con nít nhà chị",
      "A: dạ cầu nào chị",
      "C: cầu ván xã an phước chứ đâu em",
    ],
    title: "Cái cầu ván qua kinh hai bị gãy hai tấm lọt chân con nít nhà chị",
  },
  {
    special: "says nothing that a list of words knows",
    said: ["A: dạ nghe", "C: alo em ơi cái này kỳ quá em coi giùm chị đi"],
    title: "Cái này kỳ quá em coi giùm chị đi",
  },
];

/** The sample as the phone channel gives it. */
export function transcriptOf({ said }: Pick<CallSample, "said">): Transcript {
  const turns = said.map((line) => ({
    speaker: line.startsWith("A") ? ("agent" as const) : ("citizen" as const),
    text: line.slice(3),
  }));
  return { language: "vi", turns };
}
