package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.Place;
import vn.hoinghi.enrich.place.Gazetteer;

@DisplayName("How far a gathering reaches")
class ReachTest {
  private static final Lexicons LEXICONS = Lexicons.standard();

  private static Gathering told(Script script) {
    return new Gatherings(script, new Quotes(script))
        .find().stream().filter(gathering -> gathering.index() > 0).findFirst().orElseThrow();
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ngày 5/3, Thủ tướng chủ trì hội nghị phát triển miền Trung tại TP Huế.||CENTRAL",
        "Ngày 5/3, hội nghị gặp gỡ các tỉnh biên giới do Bộ Y tế tổ chức tại huyện Mai Sơn.||ORGANISATION",
        "Ngày 5/3, Thủ tướng dự hội nghị tổng kết do UBND tỉnh Gia Lai tổ chức.||PROVINCE",
        "Ngày 5/3, hội nghị tổng kết diễn ra tại huyện Mai Sơn.||DISTRICT",
        "Ngày 5/3, hội nghị thực hiện Chỉ thị của Thủ tướng diễn ra tại huyện Mai Sơn.||DISTRICT",
        "Sáng 5/3, hội nghị khách hàng diễn ra.\\nTin của Thông tấn xã Việt Nam; 20 xã được mời.||-",
        "Sáng 5/3, hội nghị tổng kết diễn ra.\\nĐồng chí Chủ tịch xã phát biểu.|Sơn La|COMMUNE"
      })
  void decidesItsLevel(String text, String home, String expected) {
    Script script = new Script("Hội nghị\n" + text.replace("\\n", "\n"), LEXICONS);
    Levels.Found found = new Levels(script, null, Gazetteer.standard()).of(told(script), home);
    assertThat(found == null ? "-" : found.level().name()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1}, {2}, {3} in: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ngày 5/3, tại hội trường TP.HCM, Tỉnh ủy tổ chức hội nghị.|-|-|hội trường TP.HCM",
        "Ngày 5/3, hội nghị diễn ra tại hội trường dưới sự điều hành của ông Ba.|-|-|hội trường",
        "Ngày 5/3, tại Hội trường Tỉnh ủy, Ban Thường vụ Tỉnh ủy tổ chức hội nghị.|-|-|Hội trường Tỉnh ủy",
        "Ngày 5/3, hội nghị thảo luận tại hội trường về dự thảo các văn kiện.|-|-|hội trường",
        "Ngày 5/3, hội nghị diễn ra tại xã Na Mèo, huyện Quan Sơn.|xã Na Mèo|huyện Quan Sơn|-",
        "Ngày 5/3, theo Thông tấn xã Việt Nam, hội nghị diễn ra tại thị xã Nghi Sơn.|-|thị xã Nghi Sơn|-"
      })
  void itsPlaceEndsWhereTheNameEnds(String text, String commune, String district, String venue) {
    Script script = new Script("Hội nghị\n" + text, LEXICONS);
    Place place = new Places(script, new Findings(script)).of(told(script));
    assertThat(place).isEqualTo(new Place(orNull(district), orNull(commune), orNull(venue)));
  }

  private static String orNull(String cell) {
    return cell.equals("-") ? null : cell;
  }
}
