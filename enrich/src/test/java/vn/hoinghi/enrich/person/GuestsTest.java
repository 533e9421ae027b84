package vn.hoinghi.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.person.Told.told;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of guests from abroad the finder")
class GuestsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Tổng thống Mỹ Gerald Hopkins dự. Ông Hopkins phát biểu. | Gerald Hopkins: Tổng thống Mỹ",
        "Chủ tịch IPU Farid Chowdry; Tổng thư ký IPU Maria Kalunga dự | Farid Chowdry: Chủ tịch IPU / Maria Kalunga: Tổng thư ký IPU",
        "Thủ tướng Nhật Bản Keiko Tanabe phát biểu. Thủ tướng Tanabe nói thêm. | Keiko Tanabe: Thủ tướng Nhật Bản",
        "Bà Nadia Khaledi, Trưởng Đại diện thường trú UNDP tại Việt Nam cho biết | Nadia Khaledi: Trưởng Đại diện thường trú UNDP tại Việt Nam",
        "Đại sứ Hàn Quốc tại Việt Nam Yamato Takeo phát biểu | Yamato Takeo: Đại sứ Hàn Quốc tại Việt Nam",
        "Ông Bun-xay Vông-phết, Chủ tịch nước Lào dự | Bun-xay Vông-phết: Chủ tịch nước Lào",
        "Ông Alain de Montreuil, Tổng giám đốc IATA nói | Alain de Montreuil: Tổng giám đốc IATA",
        "Chủ tịch Trung Quốc Tập Minh Viễn phát biểu | Tập Minh Viễn: Chủ tịch Trung Quốc",
        "Thủ tướng Malaysia Hassan Mohd, Thủ tướng Thái Lan Prasit Chai dự | Hassan Mohd: Thủ tướng Malaysia / Prasit Chai: Thủ tướng Thái Lan",
        "Giám đốc điều hành của Malaysia Airlines Peter Bellow nói | Peter Bellow: Giám đốc điều hành của Malaysia Airlines",
        "Ông Moon Jae-hyun phát biểu | Moon Jae-hyun"
      })
  void knowsNamesThatAreNotVietnamese(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Tổng giám đốc Vinacafe Lê Thu Ba nói | Lê Thu Ba: Tổng giám đốc Vinacafe",
        "Chủ tịch HĐQT Sacombank Đỗ Công Hậu nói | Đỗ Công Hậu: Chủ tịch HĐQT Sacombank",
        "Ông Lê Bốn, Giám đốc Google Cloud Việt Nam, nói | Lê Bốn: Giám đốc Google Cloud Việt Nam",
        "Ông Lê Bốn - chủ tịch HĐQT Ocean Group cho biết | Lê Bốn: chủ tịch HĐQT Ocean Group",
        "Bí thư Thái Lan Anh nói | Thái Lan Anh: Bí thư",
        "Tổng Lãnh sự Hoa Kỳ dự | ''",
        "khu vực châu Á - Thái Bình Dương, Phó Thủ tướng nhấn mạnh | ''",
        "Bà Lê Thị Bảy-Chánh Thanh tra huyện-nói | Lê Thị Bảy: Chánh Thanh tra huyện",
        "Chủ tịch UBND huyện Krông Búk Y Djăn Niê nói | Y Djăn Niê: Chủ tịch UBND huyện Krông Búk"
      })
  void takesNoFirmAndNoCountryForAPerson(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  /** Kept aside while the rules were made. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ngoại trưởng Canada Christine Freeman (phải) và Ngoại trưởng Mỹ Rex Tyler | Christine Freeman: Ngoại trưởng Canada / Rex Tyler: Ngoại trưởng Mỹ",
        "Ông Kengo Ishikawa - Giám đốc JICA tại Việt Nam - cảm ơn | Kengo Ishikawa: Giám đốc JICA tại Việt Nam",
        "Chủ tịch Viettel Lê Đăng Khôi nói | Lê Đăng Khôi: Chủ tịch Viettel",
        "Phó Thủ tướng Campuchia Sok Chenda dự | Sok Chenda: Phó Thủ tướng Campuchia"
      })
  void readsOthersTheSameWay(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }
}
