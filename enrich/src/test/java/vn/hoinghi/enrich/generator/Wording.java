package vn.hoinghi.enrich.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Running text for generated reports. All conferences share set phrases and the common words of the
 * trade; what an event has to itself is its names, numbers and a few words. So texts on different
 * events are somewhat alike, and texts on one event somewhat different, as in newspapers.
 */
final class Wording {
  private static final String[] PHRASES = {
    "phát biểu chỉ đạo tại hội nghị đồng chí nhấn mạnh",
    "tham dự hội nghị có các đồng chí trong Ban Thường vụ",
    "dưới sự lãnh đạo của cấp ủy các cấp",
    "thảo luận và cho ý kiến vào các nội dung trình hội nghị",
    "tập trung lãnh đạo thực hiện thắng lợi các chỉ tiêu nhiệm vụ đề ra",
    "phát triển kinh tế xã hội bảo đảm quốc phòng an ninh",
    "nâng cao năng lực lãnh đạo và sức chiến đấu của tổ chức đảng",
    "trong thời gian tới cần tiếp tục đẩy mạnh công tác tuyên truyền",
    "quán triệt sâu sắc nội dung nghị quyết tới cán bộ đảng viên và nhân dân",
    "bên cạnh những kết quả đạt được vẫn còn một số tồn tại hạn chế"
  };
  private static final String[] SYLLABLES = {
    "nông", "thôn", "mới", "kinh", "tế", "đầu", "tư", "văn", "hóa", "giáo", "dục", "y", "tế", "đất",
    "đai", "môi", "trường", "du", "lịch", "công", "nghiệp", "hạ", "tầng", "giao", "thông", "cải",
    "cách", "hành", "chính", "chuyển", "đổi", "số", "dân", "vận", "kiểm", "tra", "giám", "sát",
    "quy", "hoạch", "ngân", "sách", "thu", "chi", "lao", "động", "việc", "làm", "giảm", "nghèo"
  };
  private static final int VOCABULARY = 2500;
  private static final int OWN_WORDS = 30;

  private Wording() {}

  /** Words that only this event's reports use, beside its names. */
  static List<String> ownWords(SplittableRandom random) {
    var words = new ArrayList<String>();
    for (int i = 0; i < OWN_WORDS; i++) {
      words.add(word(random.nextInt(VOCABULARY)) + ' ' + word(random.nextInt(VOCABULARY)));
    }
    return words;
  }

  /** A report in words of its own. */
  static String text(
      String headline, List<String> facts, List<String> ownWords, SplittableRandom random) {
    var text = new StringBuilder(headline).append('\n');
    int sentences = 14 + random.nextInt(16);
    for (int i = 0; i < sentences; i++) {
      int kind = random.nextInt(10);
      if (kind < 3 && !facts.isEmpty()) {
        text.append(facts.get(random.nextInt(facts.size()))).append(' ');
      } else if (kind < 6) {
        text.append(PHRASES[random.nextInt(PHRASES.length)]).append(' ');
      }
      for (int word = 0; word < 8; word++) {
        text.append(random.nextInt(4) == 0 ? Country.pick(ownWords, random) : word(zipf(random)))
            .append(' ');
      }
      text.append(". ");
    }
    return text.toString();
  }

  /**
   * The same text at another outlet: a line of origin, perhaps shortened, perhaps a word changed.
   */
  static String reprint(String text, SplittableRandom random) {
    int end = text.length();
    if (random.nextInt(3) == 0) {
      end = text.indexOf(' ', text.length() * (45 + random.nextInt(50)) / 100);
      end = end < 0 ? text.length() : end;
    }
    String body = text.substring(text.indexOf('\n') + 1, end);
    for (int changed = random.nextInt(4); changed > 0; changed--) {
      int at = body.indexOf(' ', random.nextInt(body.length()));
      if (at > 0) {
        body = body.substring(0, at) + ' ' + word(random.nextInt(VOCABULARY)) + body.substring(at);
      }
    }
    return (random.nextBoolean() ? text.substring(0, text.indexOf('\n')) : "Tin trong ngày")
        + '\n'
        + body;
  }

  private static int zipf(SplittableRandom random) {
    return (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
  }

  private static String word(int rank) {
    return SYLLABLES[rank % SYLLABLES.length]
        + (rank < SYLLABLES.length ? "" : " " + SYLLABLES[rank / SYLLABLES.length]);
  }
}
