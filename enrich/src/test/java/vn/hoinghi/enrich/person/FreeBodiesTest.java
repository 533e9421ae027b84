package vn.hoinghi.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.person.Told.told;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An office")
class FreeBodiesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ông Lê Ba - cục trưởng Cục Quản lý tài nguyên nước, Bộ Xây dựng - cho biết | Lê Ba: cục trưởng Cục Quản lý tài nguyên nước",
        "Ông Lê Ba, Phó cục trưởng Cục Cơ sở vật chất và thiết bị dạy nghề, để đón | Lê Ba: Phó cục trưởng Cục Cơ sở vật chất và thiết bị dạy nghề",
        "Bà Vũ Thị Tư, Giám đốc Trung tâm Điều hành đèn giao thông TP, cho rằng | Vũ Thị Tư: Giám đốc Trung tâm Điều hành đèn giao thông TP",
        "Chủ tịch Hội bảo trợ trẻ em mồ côi xã Kim Sơn Lê Hồng Tư nói | Lê Hồng Tư: Chủ tịch Hội bảo trợ trẻ em mồ côi xã Kim Sơn",
        "Ông Lê Ba, phó giám đốc Sở Tài nguyên - môi trường, chia sẻ | Lê Ba: phó giám đốc Sở Tài nguyên - môi trường",
        "Nguyên Trưởng ban Tư tưởng - Văn hóa Trung ương Hà Đăng Tư nói | Hà Đăng Tư: Nguyên Trưởng ban Tư tưởng - Văn hóa Trung ương",
        "Chủ tịch Ủy ban Quốc gia APEC 2017 Phạm Bá Minh cho biết | Phạm Bá Minh: Chủ tịch Ủy ban Quốc gia APEC 2017",
        "Chủ tịch UBND Q. 11 Trần Thị Liên nói | Trần Thị Liên: Chủ tịch UBND Q. 11",
        "Bí thư T.Ư Đoàn Bùi Quang Hà chủ trì | Bùi Quang Hà: Bí thư T.Ư Đoàn",
        "Ông Lê Công Sơn – Tổng Giám đốc Công ty CP Tuần Châu Hà Nội cho biết | Lê Công Sơn: Tổng Giám đốc Công ty CP Tuần Châu Hà Nội",
        "Phó Giám đốc Công ty TNHH Thương mại Quốc Hưng Vũ Thị Liên nói | Vũ Thị Liên: Phó Giám đốc Công ty TNHH Thương mại Quốc Hưng",
        "Ông Lê Ba - viện trưởng VKSND Cấp cao tại Đà Nẵng - nói | Lê Ba: viện trưởng VKSND Cấp cao tại Đà Nẵng",
        "Vụ trưởng Vụ Pháp chế, Bộ Giáo dục và Đào tạo Lê Thị Kim nói | Lê Thị Kim: Vụ trưởng Vụ Pháp chế",
        "Bí thư Huyện ủy - Nguyễn Thanh Hà phát biểu khai mạc | Nguyễn Thanh Hà: Bí thư Huyện ủy",
        "Theo Chủ tịch UBND xã, ông Lê Văn Ba, việc này đã xong | Lê Văn Ba: Chủ tịch UBND xã"
      })
  void goesOnWithTheNameOfItsBody(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ông Lê Ba, Giám đốc Trung tâm Y tế huyện băn khoăn về việc này | Lê Ba: Giám đốc Trung tâm Y tế huyện",
        "Bà Lê Thị Tư, người phát ngôn Bộ Ngoại giao Việt Nam chiều nay trả lời | Lê Thị Tư: người phát ngôn Bộ Ngoại giao Việt Nam",
        "Ông Lê Ba, phó chủ tịch Hội Sinh viên Việt Nam rút khỏi | Lê Ba: phó chủ tịch Hội Sinh viên Việt Nam",
        "Ông Lê Ba, Người phát ngôn của Chính phủ thông tin tới báo chí | Lê Ba: Người phát ngôn của Chính phủ",
        "Ông Lê Ba, chủ tịch Hội Nông dân thay ông Đỗ Tư | Lê Ba: chủ tịch Hội Nông dân / Đỗ Tư",
        "Ông Lê Ba, Trưởng Ban Kinh tế - Xã hội của Đại hội Đảng | Lê Ba: Trưởng Ban Kinh tế - Xã hội",
        "Bí thư Huyện ủy tại thành phố Vinh gặp ông Lê Văn Ba | Lê Văn Ba",
        "Ông Lê Ba - Bí thư Huyện ủy Tuy Đức (Đắk Nông) - nói | Lê Ba: Bí thư Huyện ủy Tuy Đức",
        "Vụ trưởng Vụ Pháp luật Lê Thị Kim nói | Lê Thị Kim: Vụ trưởng Vụ Pháp luật",
        "Ông Lê Ba, Bí thư Huyện ủy - Đỗ Thị Tư, Chủ tịch HĐND huyện | Lê Ba: Bí thư Huyện ủy / Đỗ Thị Tư: Chủ tịch HĐND huyện",
        "Chủ tịch hội nghị yêu cầu ông Lê Ba nói | Lê Ba"
      })
  void endsBeforeAVerbATimeOrSomebodyElse(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  /** Kept aside while the rules were made. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ông Đỗ Tám, Chi cục trưởng Chi cục Quản lý chất lượng nông lâm sản tỉnh, báo cáo | Đỗ Tám: Chi cục trưởng Chi cục Quản lý chất lượng nông lâm sản tỉnh",
        "Bà Đỗ Thị Tám, Phó Giám đốc Trung tâm Hỗ trợ nông dân, Hội Nông dân tỉnh nói | Đỗ Thị Tám: Phó Giám đốc Trung tâm Hỗ trợ nông dân",
        "Chủ tịch Hiệp hội Vận tải ô tô Việt Nam Đỗ Văn Tám kiến nghị | Đỗ Văn Tám: Chủ tịch Hiệp hội Vận tải ô tô Việt Nam",
        "Giám đốc Ban Quản lý dự án đầu tư xây dựng huyện Đỗ Văn Tám nói | Đỗ Văn Tám: Giám đốc Ban Quản lý dự án đầu tư xây dựng huyện"
      })
  void readsOthersTheSameWay(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }
}
