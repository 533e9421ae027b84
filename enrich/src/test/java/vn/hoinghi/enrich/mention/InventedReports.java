package vn.hoinghi.enrich.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Reports that no one wrote: sentences shuffled, joined, cut and sprinkled with what breaks
 * offsets, that is characters of two chars, marks apart from their letter, and characters nobody
 * sees. The same seed gives the same texts.
 */
final class InventedReports {
  private static final List<String> SENTENCES =
      List.of(
          "Sáng 12/12, tại Hội trường Tỉnh ủy, Ban Thường vụ Tỉnh ủy Bến Tre tổ chức hội nghị quán"
              + " triệt Nghị quyết số 18-NQ/TW.",
          "Chiều ngày 3 tháng 7 năm 2021, Huyện ủy Krông Bông khai mạc Hội nghị lần thứ tư Ban Chấp"
              + " hành Đảng bộ huyện khóa XVI, nhiệm kỳ 2020-2025.",
          "Trong hai ngày 29 và 30/11, Đảng bộ xã Thạnh Phú tiến hành Đại hội đại biểu lần thứ XIII,"
              + " nhiệm kỳ 2020 – 2025.",
          "Sau 2 ngày làm việc, chiều 10/5, Đại hội Hội Cựu chiến binh thị xã Gò Công đã bế mạc.",
          "Hội nghị được tổ chức bằng hình thức trực tiếp kết hợp trực tuyến tới 104 điểm cầu với"
              + " gần 2.500 đại biểu.",
          "Dự hội nghị có đồng chí Lê Văn Tám, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; đồng chí Y"
              + " Thanh Hà Niê Kđăm, Bí thư Đảng ủy Khối Doanh nghiệp Trung ương.",
          "Các đồng chí: Nguyễn Thị Hồng Đào - Phó Bí thư Thường trực Huyện ủy; H’Yim Kđoh - Phó Chủ"
              + " tịch UBND tỉnh; Trần Đức Lương - Trưởng Ban Tuyên giáo chủ trì hội nghị.",
          "PHÁT BIỂU TẠI HỘI NGHỊ, BÍ THƯ TỈNH ỦY LÊ MINH HOAN YÊU CẦU CÁC ĐỊA PHƯƠNG KHẨN TRƯƠNG.",
          "Thay mặt Ban Thường vụ (BTV) Thành ủy, ông Phạm Quốc Bảo - Chủ tịch UBND TP báo cáo kết"
              + " quả 5 năm thực hiện Chỉ thị 05-CT/TW ngày 15-5-2016 của Bộ Chính trị.",
          "Hội nghị đã thảo luận, góp ý vào dự thảo Chương trình hành động số 25-CTr/TU, Kế hoạch"
              + " 120-KH/HU và Kết luận 21-KL/TW.",
          "Đại hội đã bầu Ban Chấp hành gồm 39 đồng chí; đồng chí Hà Thị Nga được bầu giữ chức Bí"
              + " thư với số phiếu 100%.",
          "Cùng dự có hơn 200 cán bộ, đảng viên chủ chốt các xã, phường, thị trấn.",
          "Hôm qua, Sở Nội vụ tập huấn nghiệp vụ cho khoảng 150 cán bộ tại xã Ia Grăng, huyện Ia"
              + " Grai.",
          "Kết luận hội nghị, Chủ tịch HĐND tỉnh Bùi Văn Nghiêm đề nghị các cấp ủy sớm xây dựng kế"
              + " hoạch.",
          "Từ ngày 16 đến 18-5, Ban Tổ chức Trung ương mở lớp bồi dưỡng tại TP. Hồ Chí Minh.",
          "Sáng nay, Đoàn TNCS Hồ Chí Minh tỉnh Lạng Sơn sơ kết công tác Đoàn 6 tháng đầu năm.");

  private static final List<String> HEADLINES =
      List.of(
          "Hội nghị quán triệt Nghị quyết Trung ương 6 khóa XII",
          "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LẦN THỨ XXV",
          "Bế mạc Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ tỉnh",
          "Krông Bông: Tổng kết công tác xây dựng Đảng năm 2021",
          "Khai giảng lớp tập huấn nghiệp vụ công tác tuyên giáo");

  private static final List<String> CHARMS =
      List.of(
          "\uD83C\uDF89", // a party popper
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // a family of three, joined
          "\uD842\uDFB7", // a Nôm letter
          "\uD835\uDC00", // a mathematical A
          "\u200B",
          "\u200D",
          "\u00AD",
          "\u2060",
          "\uFEFF",
          "\u202E",
          "\u202C",
          "\u00A0",
          "\u0301",
          "\u0323\u0302",
          "\uFB01",
          "\uFF11",
          "\u2028");

  private final Random random;

  InventedReports(long seed) {
    random = new Random(seed);
  }

  /** A report of a headline and up to a dozen sentences, each of its words perhaps charmed. */
  String next() {
    var sentences = new ArrayList<>(SENTENCES);
    Collections.shuffle(sentences, random);
    var text = new StringBuilder(pick(HEADLINES)).append('\n');
    for (String sentence : sentences.subList(0, 1 + random.nextInt(12))) {
      text.append(changed(sentence)).append(random.nextInt(3) == 0 ? "\n" : " ");
    }
    return text.toString();
  }

  private String changed(String sentence) {
    return switch (random.nextInt(6)) {
      case 0 -> Normalizer.normalize(sentence, Normalizer.Form.NFD);
      case 1 -> charmed(sentence, 12);
      case 2 -> charmed(Normalizer.normalize(sentence, Normalizer.Form.NFD), 30);
      case 3 -> pick(CHARMS) + sentence + pick(CHARMS);
      case 4 -> sentence.substring(0, random.nextInt(sentence.length()));
      default -> sentence;
    };
  }

  /** One in so many characters gets a charm behind it. */
  private String charmed(String sentence, int oneIn) {
    var out = new StringBuilder();
    sentence
        .codePoints()
        .forEach(
            point -> {
              out.appendCodePoint(point);
              if (random.nextInt(oneIn) == 0) {
                out.append(pick(CHARMS));
              }
            });
    return out.toString();
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
