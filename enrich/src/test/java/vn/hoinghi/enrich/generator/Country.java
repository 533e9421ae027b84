package vn.hoinghi.enrich.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Province;

/**
 * Where generated conferences are held and who holds them: the real provinces and districts, bodies
 * of every level, invented people.
 */
final class Country {
  private static final List<String> CENTRAL =
      List.of(
          "Ban Tuyên giáo Trung ương",
          "Ban Tổ chức Trung ương",
          "Ban Dân vận Trung ương",
          "Ban Nội chính Trung ương",
          "Ủy ban Kiểm tra Trung ương",
          "Bộ Nội vụ",
          "Bộ Tư pháp",
          "Bộ Công an",
          "Bộ Tài chính",
          "Bộ Y tế",
          "Bộ Giáo dục và Đào tạo",
          "Bộ Tài nguyên và Môi trường",
          "Ban Chấp hành Trung ương Đảng",
          "Tổng Liên đoàn Lao động Việt Nam",
          "Trung ương Hội Nông dân Việt Nam",
          "Trung ương Đoàn Thanh niên",
          "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam");
  private static final List<String> PROVINCE =
      List.of(
          "Ban Thường vụ Tỉnh ủy",
          "Ban Chấp hành Đảng bộ tỉnh",
          "UBND tỉnh",
          "Ban Tuyên giáo Tỉnh ủy",
          "Ban Tổ chức Tỉnh ủy",
          "Ban Dân vận Tỉnh ủy",
          "Ủy ban MTTQ Việt Nam tỉnh",
          "Đảng ủy Khối các cơ quan tỉnh");
  private static final List<String> ORGANISATION =
      List.of(
          "Liên đoàn Lao động tỉnh",
          "Hội Nông dân tỉnh",
          "Hội Cựu chiến binh tỉnh",
          "Hội Liên hiệp Phụ nữ tỉnh",
          "Tỉnh đoàn",
          "Sở Nội vụ",
          "Sở Tư pháp",
          "Công an tỉnh",
          "Bộ Chỉ huy Quân sự tỉnh",
          "Trường Chính trị tỉnh");
  private static final List<String> DISTRICT =
      List.of(
          "Ban Thường vụ Huyện ủy",
          "Ban Chấp hành Đảng bộ huyện",
          "UBND huyện",
          "Hội Nông dân huyện");
  private static final List<String> COMMUNE = List.of("Đảng ủy xã", "UBND xã", "Đảng bộ xã");
  private static final List<List<String>> CONFUSED =
      List.of(
          List.of("Ban Thường vụ Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh", "Tỉnh ủy"),
          List.of("Ban Thường vụ Huyện ủy", "Ban Chấp hành Đảng bộ huyện", "Huyện ủy"),
          List.of("Đảng ủy xã", "Đảng bộ xã"));
  private static final String[] SURNAMES = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
    "Ngô", "Dương", "Lý"
  };
  private static final String[] MIDDLE = {
    "Văn", "Thị", "Minh", "Quang", "Đức", "Hữu", "Ngọc", "Xuân", "Thanh", "Công", "Đình", "Trọng",
    "Thành", "Quốc"
  };
  private static final String[] GIVEN = {
    "An", "Anh", "Bình", "Bảo", "Châu", "Chiến", "Cường", "Dũng", "Dung", "Đạt", "Điệp", "Giang",
    "Hà", "Hải", "Hạnh", "Hiền", "Hòa", "Hùng", "Hương", "Khoa", "Khánh", "Lan", "Lâm", "Linh",
    "Long", "Lộc", "Mai", "Mạnh", "Nam", "Nga", "Nghĩa", "Phong", "Phúc", "Phương", "Quân", "Sơn",
    "Tâm", "Thắng", "Thảo", "Thủy", "Tiến", "Toàn", "Trang", "Trung", "Tuấn", "Tùng", "Vinh", "Yến"
  };
  private static final int COMMUNES = 14;

  /** A body with the place it belongs to; district and commune with their kind, or null. */
  record Body(Level level, String name, Province province, String district, String commune) {
    /**
     * What it has in common with the other bodies of its seat: the people who come to everything.
     * Central bodies have none.
     */
    String seat() {
      return level == Level.CENTRAL ? name : province.getName() + '|' + district + '|' + commune;
    }
  }

  private final List<Province> provinces = new ArrayList<>();
  private final Map<String, List<String>> districts = new HashMap<>();

  /** How often a body has met so far, by body, term and kind of gathering. */
  private final Map<String, Integer> sessions = new HashMap<>();

  Country() {
    for (String[] row : rows("country.tsv")) {
      provinces.add(new Province(row[0], row[1]));
      districts.put(row[0], Stream.of(row[2].split("\\|")).map(d -> "huyện " + d).toList());
    }
  }

  Body body(SplittableRandom random) {
    int at = random.nextInt(1000);
    Level level =
        at < Rates.of("central")
            ? Level.CENTRAL
            : (at -= Rates.of("central")) < Rates.of("province")
                ? Level.PROVINCE
                : (at -= Rates.of("province")) < Rates.of("district")
                    ? Level.DISTRICT
                    : at - Rates.of("district") < Rates.of("commune")
                        ? Level.COMMUNE
                        : Level.ORGANISATION;
    return body(level, pick(provinces, random), random);
  }

  Body body(Level level, Province province, SplittableRandom random) {
    if (level == Level.CENTRAL) {
      return new Body(level, pick(CENTRAL, random), null, null, null);
    }
    if (level == Level.PROVINCE || level == Level.ORGANISATION) {
      List<String> bodies = level == Level.PROVINCE ? PROVINCE : ORGANISATION;
      return new Body(level, pick(bodies, random) + " " + province.getName(), province, null, null);
    }
    String district = pick(districts.get(province.getCode()), random);
    if (level == Level.DISTRICT) {
      String own = district.substring(district.indexOf(' ') + 1);
      return new Body(level, pick(DISTRICT, random) + " " + own, province, district, null);
    }
    String commune = "Tân " + GIVEN[random.nextInt(COMMUNES)];
    return new Body(
        level, pick(COMMUNE, random) + " " + commune, province, district, "xã " + commune);
  }

  /**
   * The body as a report may call it that is not exact: committee for its standing board and the
   * like.
   */
  Body looselyNamed(Body body, SplittableRandom random) {
    for (List<String> family : CONFUSED) {
      for (String name : family) {
        if (body.name().startsWith(name + " ")) {
          String other = pick(family, random) + body.name().substring(name.length());
          return new Body(body.level(), other, body.province(), body.district(), body.commune());
        }
      }
    }
    return body;
  }

  /** How many gatherings of a kind the body has held in a term of office, this one with them. */
  int session(Body body, String kind, int term) {
    return sessions.merge(body.seat() + '|' + family(body) + '|' + kind + term, 1, Integer::sum);
  }

  /** A committee and its standing board are one body by several names. */
  private static String family(Body body) {
    for (List<String> family : CONFUSED) {
      for (String name : family) {
        if (body.name().startsWith(name + " ")) {
          return family.get(0);
        }
      }
    }
    return body.name();
  }

  /** Another body of the same seat: a co-host, or the body of which a guest came. */
  Body neighbour(Body body, SplittableRandom random) {
    Body other = body(body.level(), body.province(), random);
    boolean one = body.level() != Level.DISTRICT && body.level() != Level.COMMUNE;
    return one ? other : body;
  }

  /** Another body that could have met there and then. */
  Body beside(Body body, SplittableRandom random) {
    Body other = body;
    while (other.equals(body)) {
      other =
          body.level() == Level.CENTRAL
              ? body(Level.CENTRAL, null, random)
              : body(
                  random.nextInt(3) > 0 ? body.level() : Level.DISTRICT, body.province(), random);
    }
    return other;
  }

  /** The people of a seat in a term of office; the first are its leaders. */
  List<String> people(String seat, int term, int count) {
    var random = new SplittableRandom(seat.hashCode() * 31L + term);
    var people = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      people.add(name(random));
    }
    return people;
  }

  static String name(SplittableRandom random) {
    return SURNAMES[random.nextInt(SURNAMES.length)]
        + ' '
        + MIDDLE[random.nextInt(MIDDLE.length)]
        + ' '
        + GIVEN[random.nextInt(GIVEN.length)];
  }

  static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String[]> rows(String table) {
    try (var in = Country.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
