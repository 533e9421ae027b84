package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Province;
import vn.hoinghi.enrich.place.Gazetteer;

@DisplayName("The province of a gathering")
class ProvincesTest {
  private static final Lexicons LEXICONS = Lexicons.standard();

  @ParameterizedTest(name = "{3} by {4}: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // 1 the organiser
        "Hội nghị tổng kết\\nSáng 5/3/2021, Tỉnh ủy Bắc Giang tổ chức hội nghị tổng kết tại Hà Nội.||PROVINCE|Bắc Giang|province-in-organiser",
        "Hội nghị\\nSáng 5/3/2021, Huyện ủy Mai Sơn tổ chức hội nghị tổng kết.||DISTRICT|Sơn La|province-in-organiser",
        "Hội nghị\\nSáng 5/3/2021, Đảng ủy xã Na Mèo tổ chức hội nghị tổng kết.||COMMUNE|Thanh Hóa|province-in-organiser",
        "Hội nghị\\nSáng 5/3/2021, Huyện ủy Châu Thành tổ chức hội nghị tổng kết.|Trà Vinh|DISTRICT|Trà Vinh|province-in-organiser",
        // a central gathering and a national body's have none
        "Hội nghị\\nSáng 5/3/2021, tại Hà Nội, Bộ Chính trị tổ chức hội nghị tổng kết.||CENTRAL|-|-",
        "Hội nghị\\nSáng 5/3/2021, tại Nghệ An, Hội Nông dân Việt Nam tổ chức hội nghị tổng kết.|Nghệ An|ORGANISATION|-|-",
        "Hội nghị\\nSáng 5/3/2021, tại Huế, Tổng cục Thuế tổ chức hội nghị tổng kết.||ORGANISATION|-|-",
        "Hội nghị\\nSáng 5/3/2021, hội nghị toàn quốc về thủy lợi diễn ra tại Nghệ An.||ORGANISATION|-|-",
        // 2 the sentence
        "Hội nghị\\nBí thư Tỉnh ủy Bến Tre Nguyễn Văn Ba dự hội nghị tổng kết sáng 5/3/2021.|Cà Mau|PROVINCE|Bến Tre|province-in-sentence",
        "Hội nghị\\nSáng 5/3/2021, tại thành phố Vinh, hội nghị tổng kết công tác năm được tổ chức.||PROVINCE|Nghệ An|province-in-sentence",
        // ... where a hall of many provinces is only a hall
        "Hội nghị\\nSáng 5/3/2021, tại Cần Thơ, Thủ tướng chủ trì hội nghị phát triển đồng bằng.||ORGANISATION|-|-",
        "Hội nghị\\nHội nghị liên kết các tỉnh miền Trung được tổ chức ở Đà Nẵng ngày 5/3/2021.||ORGANISATION|-|-",
        "Hội nghị\\nSáng 5/3/2021, tại Hà Nội, Thủ tướng dự hội nghị xúc tiến đầu tư của tỉnh Ninh Thuận.||PROVINCE|Ninh Thuận|province-in-organiser",
        "Hội nghị\\nTại Tỉnh ủy Bạc Liêu, Phó Thủ tướng dự hội nghị tổng kết sáng 5/3/2021.||PROVINCE|Bạc Liêu|province-in-sentence",
        "Hội nghị\\nHội nghị thực hiện Chỉ thị của Thủ tướng diễn ra tại Lào Cai ngày 5/3/2021.||PROVINCE|Lào Cai|province-in-sentence",
        // 3 the headline
        "Quảng Trị họp tổng kết\\nSáng 5/3/2021, hội nghị tổng kết công tác Đảng diễn ra.|Cà Mau|PROVINCE|Quảng Trị|province-in-headline",
        // 4 the outlet
        "Hội nghị\\nSáng 5/3/2021, Tỉnh ủy tổ chức hội nghị tổng kết.|Hải Dương|PROVINCE|Hải Dương|province-of-outlet",
        "Hội nghị\\nSáng 5/3/2021, Tỉnh ủy tổ chức hội nghị học kinh nghiệm Thái Bình.|Hải Dương|PROVINCE|Hải Dương|province-of-outlet",
        // 5 the text
        "Hội nghị\\nSáng 5/3/2021, Tỉnh ủy tổ chức hội nghị.\\nĐoàn Hà Nội dự. Bí thư Tỉnh ủy Gia Lai nói.||PROVINCE|Gia Lai|province-first-named",
        "Hội nghị\\nSáng 5/3/2021, Tỉnh ủy tổ chức hội nghị.\\nNgười Gia Lai vui.||PROVINCE|Gia Lai|province-first-named",
        "Hội nghị\\nSáng 5/3/2021, Tỉnh ủy tổ chức hội nghị.\\nNgười Gia Lai, Hà Nội vui.||PROVINCE|-|-",
        "Hội nghị\\nSáng 5/3/2021, hội nghị khách hàng diễn ra.\\nHàng bán ở Gia Lai.||ORGANISATION|-|-"
      })
  void isToldInTheStatedOrder(String text, String home, Level level, String expected, String rule) {
    Script script = new Script(text.replace("\\n", "\n"), LEXICONS);
    Gathering told = told(script);
    LocalDate day = LocalDate.parse("2021-03-05");
    Provinces.Found found =
        new Provinces(script, Gazetteer.standard(), day, home).of(told, level, told.organiser());
    assertThat(List.of(found == null ? "-" : found.province().getName(), rule(found)))
        .containsExactly(expected, rule);
  }

  private static Gathering told(Script script) {
    return new Gatherings(script, new Quotes(script))
        .find().stream().filter(gathering -> gathering.index() > 0).findFirst().orElseThrow();
  }

  private static String rule(Provinces.Found found) {
    return found == null ? "-" : found.rule();
  }

  @ParameterizedTest(name = "{0} ({1}): {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Đảng ủy phường Tân An|2025-08-05|80|Tây Ninh",
        "Đảng ủy phường Tân An|2024-08-05|66|-",
        "Đảng ủy xã Na Mèo|2025-08-05|38|Thanh Hóa",
        "Tỉnh ủy Bến Tre|2025-08-05|86|Vĩnh Long",
        "Tỉnh ủy Bến Tre|2025-06-30|83|Bến Tre",
        "Đảng ủy đặc khu Lý Sơn||51|Quảng Ngãi"
      })
  void isOfTheMapOfTheDay(String organiser, LocalDate day, String code, String expected) {
    String text = "Hội nghị\nChiều 5/8, " + organiser + " tổ chức hội nghị tổng kết.";
    String home =
        day != null && day.getYear() == 2025 && day.getMonthValue() == 8 ? "Long An" : null;
    Script script = new Script(text, LEXICONS);
    Gathering told = told(script);
    var found =
        new Provinces(script, Gazetteer.standard(), day, home)
            .of(told, Level.PROVINCE, told.organiser());
    assertThat(found == null ? null : found.province())
        .isEqualTo(expected.equals("-") ? null : new Province(code, expected));
  }
}
