package vn.hoinghi.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.Province;

@DisplayName("Of many places with one name")
class HomonymsTest {
  private final Gazetteer gazetteer = Gazetteer.standard();

  @ParameterizedTest(name = "{0} ({1}, {2}): {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // the larger place behind it
        "Huyện ủy Châu Thành (Tiền Giang) họp|||Tiền Giang",
        "huyện Châu Thành, tỉnh Bến Tre|||Bến Tre",
        "xã Tân Phú, huyện Tân Châu, Tây Ninh|||Tây Ninh",
        "xã Tân Phú, huyện Châu Thành, Bến Tre||Tiền Giang|Bến Tre",
        "phường 5, thành phố Tân An|||Long An",
        "P.5, TP. Cà Mau|||Cà Mau",
        "TT. Chợ Mới, huyện Chợ Mới, An Giang|||An Giang",
        "thị trấn Tân Phú, huyện Tân Phú|||Đồng Nai",
        // the province of its sentence or the headline
        "Tiền Giang: Huyện Châu Thành họp|||Tiền Giang",
        "Hội nghị ở Kiên Giang do Huyện ủy Châu Thành tổ chức.\\nHôm nay.|||Kiên Giang",
        // a wrong one named near is no evidence
        "Huyện ủy Châu Thành đón đoàn Quảng Ninh||Hậu Giang|Hậu Giang",
        // the outlet's home
        "Huyện ủy Châu Thành họp||Sóc Trăng|Sóc Trăng",
        "Đảng ủy phường 1 họp||Sóc Trăng|Sóc Trăng",
        "Đảng ủy xã Tân Phú họp||Tiền Giang|Tiền Giang",
        "Huyện ủy Châu Thành họp||Hà Giang|-",
        // the only one the text names further on
        "Huyện ủy Châu Thành họp.\\nBí thư Tỉnh ủy Trà Vinh dự.|||Trà Vinh",
        "Huyện ủy Châu Thành họp.\\nBí thư Tỉnh ủy Trà Vinh dự.||Đồng Tháp|Đồng Tháp",
        // nothing tells: no guess
        "Huyện ủy Châu Thành họp|||-",
        "Đảng ủy phường 5 họp|||-",
        "Đảng ủy xã Tân Phú họp|||-",
        "Huyện ủy Châu Thành họp.\\nĐoàn Trà Vinh và đoàn Bến Tre dự.|||-",
        // one only
        "Huyện ủy Mai Sơn họp|||Sơn La",
        "xã Na Mèo|||Thanh Hóa",
        "thành phố Long Xuyên|||An Giang",
        "thành phố Hòa Bình|||Hòa Bình",
        // the map of the day
        "phường Tân An họp|2025-08-05|Long An|Long An",
        "phường Long Châu họp|2025-08-05||Vĩnh Long",
        "đặc khu Phú Quý|2025-09-01||Bình Thuận",
        "Đảng ủy xã Châu Thành họp|2025-08-05|Tây Ninh|Tây Ninh",
        "Đảng ủy xã Châu Thành, tỉnh Vĩnh Long|2025-08-05||Trà Vinh"
      })
  void theTextOrTheOutletTellsWhichIsMeant(
      String text, LocalDate day, String home, String expected) {
    String written = text.replace("\\n", "\n");
    List<PlaceHit> hits = gazetteer.find(written);
    int index = 0;
    while (hits.get(index).kind() == Kind.PROVINCE) {
      index++;
    }
    var found = new Homonyms(gazetteer, written, hits, day, home).province(index);
    assertThat(found.map(Province::getName).orElse("-")).isEqualTo(expected);
  }
}
