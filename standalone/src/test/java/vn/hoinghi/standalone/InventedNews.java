package vn.hoinghi.standalone;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A folder of any number of invented reports, the same for the same seed: conferences of several
 * bodies on several days, each told by one to four outlets, some captured twice, some repeated, and
 * now and then a page that reports none. Many are spread over more years and more bodies than few,
 * so that a report has no more look-alikes among them.
 */
final class InventedNews {
  private static final List<String> PROVINCES =
      words(
          "Sơn La|Lai Châu|Quảng Trị|Phú Yên|Nghệ An|Bến Tre|Cà Mau|Tây Ninh|Hà Giang|Kon Tum|Hải"
              + " Dương|Trà Vinh|Hậu Giang|Lào Cai|Yên Bái|Thái Nguyên|Bắc Kạn|Cao Bằng|Ninh"
              + " Bình|Hà Nam|Thanh Hóa|Quảng Bình|Gia Lai|Đắk Lắk|Bình Phước|Long An|Đồng"
              + " Tháp|Vĩnh Long|Sóc Trăng|Bạc Liêu");
  private static final List<String> FAMILY = words("Nguyễn|Trần|Lê|Phạm|Vũ|Hoàng|Đặng|Bùi|Đỗ|Hồ");
  private static final List<String> MIDDLE = words("Văn|Thị|Quốc|Minh|Đình|Xuân|Thanh|Ngọc");
  private static final List<String> GIVEN =
      words("Hòa|Anh|Việt|Châu|Khải|Mai|Phương|Sơn|Hương|Dũng|Lan|Tuấn|Bình|Yến|Cường");
  private static final List<String> SYLLABLES =
      words(
          "kinh|tế|xã|hội|cán|bộ|công|tác|xây|dựng|phát|triển|nông|thôn|mới|giáo|dục|y|tế|đất|đai"
              + "|rừng|biển|doanh|nghiệp|đầu|tư|hạ|tầng|giao|thông|thủy|lợi|mùa|vụ|lúa|cà|phê|cao"
              + "|su|du|lịch|văn|hóa|thể|thao|thanh|niên|phụ|nữ|cựu|chiến|binh|nghèo|bền|vững|số"
              + "|hóa|hành|chính|cải|cách|dịch|bệnh|môi|trường|nước|sạch|điện|năng|lượng|an|ninh");
  private static final List<String> SUBJECTS =
      List.of(
          "học tập, quán triệt Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII",
          "sơ kết công tác xây dựng Đảng 6 tháng đầu năm",
          "tập huấn nghiệp vụ công tác kiểm tra, giám sát",
          "tổng kết công tác tuyên giáo năm",
          "triển khai Chỉ thị số 05-CT/TW của Bộ Chính trị");

  private static final List<String> COMMUNES =
      words("An|Bình|Châu|Đông|Hòa|Kim|Lạc|Minh|Phú|Quang|Sơn|Tân|Thanh|Vĩnh|Xuân|Yên");
  private static final LocalDate FIRST_DAY_OF_FEW = LocalDate.of(2022, 1, 3);
  private static final int DAYS_OF_FEW = 700;
  private static final int REPORTS_A_DAY = 43;

  private final Random random;
  private final Path folder;
  private final boolean many;
  private final LocalDate firstDay;
  private final int days;
  private int written;

  private InventedNews(Path folder, int size, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
    this.many = size > DAYS_OF_FEW * REPORTS_A_DAY;
    this.days = Math.max(DAYS_OF_FEW, size / REPORTS_A_DAY);
    this.firstDay = FIRST_DAY_OF_FEW.minusDays(days - DAYS_OF_FEW);
  }

  /** Writes a folder of {@code size} pages with its manifest. */
  static void write(Path folder, int size, long seed) throws IOException {
    Files.createDirectories(folder);
    var news = new InventedNews(folder, size, seed);
    try (Writer manifest = Files.newBufferedWriter(folder.resolve("manifest.jsonl"))) {
      while (news.written < size) {
        news.conference(manifest, size);
      }
    }
  }

  private void conference(Writer manifest, int size) throws IOException {
    String province = any(PROVINCES);
    LocalDate day = firstDay.plusDays(random.nextInt(days));
    String story = random.nextInt(8) == 0 ? weather(day) : story(province, day);
    int outlets = 1 + random.nextInt(4);
    for (int outlet = 0; outlet < outlets && written < size; outlet++) {
      String url = "https://bao%d.example/tin/%d.html".formatted(outlet, written);
      int captures = random.nextInt(10) == 0 ? 2 : 1;
      for (int capture = 0; capture < captures && written < size; capture++) {
        String more = capture == 0 ? "" : "\nTin cập nhật thêm trong ngày.";
        page(manifest, url, story + more, day, outlet * 60 + capture * 7);
      }
    }
  }

  private static List<String> words(String list) {
    return List.of(list.split("\\|"));
  }

  private String person() {
    return any(FAMILY) + " " + any(MIDDLE) + " " + any(GIVEN);
  }

  /** Sentences of no meaning that no other report has. */
  private String speech() {
    var speech = new StringBuilder();
    for (int sentence = 0; sentence < 6; sentence++) {
      speech.append("Về ");
      for (int syllable = 0; syllable < 15; syllable++) {
        speech.append(any(SYLLABLES)).append(' ');
      }
      speech.append("thì cần làm tốt hơn. ");
    }
    return speech.toString().strip();
  }

  private String story(String province, LocalDate day) {
    String date = "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    String subject = any(SUBJECTS);
    int people = 50 + random.nextInt(900);
    String committee = many ? "Đảng ủy" : "Tỉnh ủy";
    String organiser = many ? committee + commune() + ", tỉnh " + province : "Tỉnh ủy " + province;
    return ("%s tổ chức hội nghị %s\n"
            + "Ngày %s, %s tổ chức hội nghị %s với sự tham dự của %d đại biểu là cán bộ chủ"
            + " chốt trong tỉnh.\n"
            + "Đồng chí %s, Phó Bí thư Thường trực %s chủ trì hội nghị. Dự hội nghị có đồng"
            + " chí %s, Trưởng Ban Tuyên giáo %s.\n"
            + "Phát biểu tại hội nghị, đồng chí chủ trì đề nghị các cấp ủy, tổ chức đảng chủ động"
            + " xây dựng kế hoạch. %s")
        .formatted(
            organiser, subject, date, organiser, subject, people, person(), committee, person(),
            committee, speech());
  }

  private String commune() {
    return " xã " + any(COMMUNES) + " " + any(COMMUNES);
  }

  private String weather(LocalDate day) {
    return ("Thời tiết ngày %d tháng %d\n"
            + "Các tỉnh phía Bắc có mưa rào vài nơi, nhiệt độ cao nhất %d độ. Bà con nông dân chủ"
            + " động che chắn cho lúa và hoa màu, thường xuyên theo dõi bản tin dự báo.\n"
            + "Giá lúa tại ruộng tăng nhẹ, thương lái thu mua đều đặn trong tuần qua.")
        .formatted(day.getDayOfMonth(), day.getMonthValue(), 20 + random.nextInt(18));
  }

  private void page(Writer manifest, String url, String text, LocalDate day, int minutes)
      throws IOException {
    String id = "p%05d".formatted(written++);
    Files.writeString(folder.resolve(id + ".txt"), text);
    Instant at = Instant.parse(day + "T05:00:00Z").plusSeconds(60L * minutes);
    manifest.append(
        "{\"id\":\"%s\",\"file\":\"%s.txt\",\"url\":\"%s\",\"fetched_at\":\"%s\",\"published\":\"%s\"}%n"
            .formatted(id, id, url, at, day));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
