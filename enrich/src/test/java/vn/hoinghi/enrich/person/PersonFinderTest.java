package vn.hoinghi.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.person.Told.find;
import static vn.hoinghi.enrich.person.Told.told;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;

@DisplayName("The person finder")
class PersonFinderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bí thư Huyện ủy Trần Hữu Lượng chủ trì. | Trần Hữu Lượng: Bí thư Huyện ủy",
        "Bí thư Tỉnh uỷ, Chủ tịch HĐND tỉnh Đỗ Thị Hạnh phát biểu. | Đỗ Thị Hạnh: Bí thư Tỉnh uỷ; Chủ tịch HĐND tỉnh",
        "Phó Bí thư Tỉnh uỷ Lạng Sơn Nguyễn Quang Vinh dự. | Nguyễn Quang Vinh: Phó Bí thư Tỉnh uỷ Lạng Sơn",
        "Chủ tịch UBND Sóc Trăng Lâm Văn Hợi nói. | Lâm Văn Hợi: Chủ tịch UBND Sóc Trăng",
        "Chủ tịch UBND xã Tân Phong Đặng Văn Út cho biết. | Đặng Văn Út: Chủ tịch UBND xã Tân Phong",
        "Bí thư Đảng ủy xã Lê Công Bình nói. | Lê Công Bình: Bí thư Đảng ủy xã",
        "Bí thư Huyện ủy Hà Trung Dũng nói. | Hà Trung Dũng: Bí thư Huyện ủy",
        "Giám đốc Sở Văn hóa, Thể thao và Du lịch Mai Thị Sâm trình bày. | Mai Thị Sâm: Giám đốc Sở Văn hóa, Thể thao và Du lịch",
        "Giám đốc Sở NN&PTNT Vũ Đình Khang báo cáo. | Vũ Đình Khang: Giám đốc Sở NN&PTNT",
        "Bí thư Đoàn Thanh niên xã Bùi Thu Trang nói. | Bùi Thu Trang: Bí thư Đoàn Thanh niên xã",
        "Đồng chí nguyên Chủ tịch Hội Nông dân huyện Tạ Văn Sửu dự. | Tạ Văn Sửu: nguyên Chủ tịch Hội Nông dân huyện",
        "Trưởng Ban Tuyên giáo Trung ương Lê Thu Ba và đoàn công tác dự. | Lê Thu Ba: Trưởng Ban Tuyên giáo Trung ương",
        "Chủ tịch UBND tỉnh Lê Thu Ba vừa ký kết chương trình phối hợp. | Lê Thu Ba: Chủ tịch UBND tỉnh",
        "Tân Bí thư Thành ủy Phan Trọng Nghĩa hứa. | Phan Trọng Nghĩa: Bí thư Thành ủy",
        "Bộ trưởng Bộ Giáo dục và Đào tạo (GD&ĐT) Ngô Bá Lộc nói. | Ngô Bá Lộc: Bộ trưởng Bộ Giáo dục và Đào tạo",
        "Ủy viên Ban Thường vụ Tỉnh ủy, Đại tá Cao Xuân Thịnh dự. | Cao Xuân Thịnh: Ủy viên Ban Thường vụ Tỉnh ủy",
        "Chủ tịch UBND phường Tân Mỹ (TP.Bảo Lộc) Lê Thu Ba nói. | Lê Thu Ba: Chủ tịch UBND phường Tân Mỹ",
        "Tổng Biên tập Nhà xuất bản Hội Nhà văn Lê Thu Ba nói. | Lê Thu Ba: Tổng Biên tập Nhà xuất bản Hội Nhà văn",
        "Phó Bí thư Quận ủy Quận 8 Tô Minh Thư nói. | Tô Minh Thư: Phó Bí thư Quận ủy Quận 8",
        "Phó Ban công tác cựu chiến binh phía Bắc Tô Minh Thư nói. | Tô Minh Thư: Phó Ban công tác cựu chiến binh phía Bắc",
        "Trưởng Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh Lê Thu Ba nói. | Lê Thu Ba: Trưởng Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh",
        "Trưởng Ban Chỉ đạo huyện Đoàn Văn Lựu nói. | Đoàn Văn Lựu: Trưởng Ban Chỉ đạo huyện",
        "Bí thư Huyện Đoàn Văn Bàn Lê Thu Ba nói. | Lê Thu Ba: Bí thư Huyện Đoàn Văn Bàn",
        "Bí thư Huyện ủy Lê Văn Đá, Chủ tịch UBND huyện Phạm Đức Sau. | Lê Văn Đá: Bí thư Huyện ủy / Phạm Đức Sau: Chủ tịch UBND huyện"
      })
  void readsOfficesBeforeAName(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Đồng chí Lý Văn Phán, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh dự. | Lý Văn Phán: Phó Bí thư Thường trực Tỉnh ủy; Chủ tịch HĐND tỉnh",
        "ông Đinh Công Tráng – Ủy viên BTV Tỉnh ủy, Trưởng Ban Dân vận – kết luận | Đinh Công Tráng: Ủy viên BTV Tỉnh ủy; Trưởng Ban Dân vận",
        "Ông Lê Sĩ Bảy-Chánh Văn phòng Huyện ủy-giữ chức Phó Bí thư | Lê Sĩ Bảy: Chánh Văn phòng Huyện ủy",
        "Bà Hồ Thị Nga (Chủ tịch Hội LHPN huyện) nói. | Hồ Thị Nga: Chủ tịch Hội LHPN huyện",
        "Ông Phan Văn Dư (giữa), Phó Giám đốc Sở Tư pháp, trao quà. | Phan Văn Dư: Phó Giám đốc Sở Tư pháp",
        "Bà Trịnh Thị Xuyến Phó Chủ tịch Hội Chữ thập đỏ tỉnh nói. | Trịnh Thị Xuyến: Phó Chủ tịch Hội Chữ thập đỏ tỉnh",
        "bà Lê Thị A - Phó Chủ tịch UBND huyện bà Võ Thị B - Trưởng Ban Dân vận | Lê Thị A: Phó Chủ tịch UBND huyện / Võ Thị B: Trưởng Ban Dân vận",
        "Bí thư Huyện ủy Lê Văn Đá, Chủ tịch UBND huyện Vũ Thị Gấm dự | Lê Văn Đá: Bí thư Huyện ủy / Vũ Thị Gấm: Chủ tịch UBND huyện",
        "đồng chí Ngô Văn Cội, TVTU, Trưởng Ban Tổ chức Tỉnh ủy | Ngô Văn Cội: TVTU; Trưởng Ban Tổ chức Tỉnh ủy",
        "Đồng chí Hà Văn Ve, Bí thư Huyện ủy khóa XX trình bày | Hà Văn Ve: Bí thư Huyện ủy khóa XX",
        "bà Lê Ba, Đồn trưởng Đồn Biên phòng Mộc Sơn dự | Lê Ba: Đồn trưởng Đồn Biên phòng Mộc Sơn",
        "Đồng chí Lê Ba, Ủy viên Ban Chấp hành Đảng bộ tỉnh (khóa XV), Giám đốc Sở Y tế | Lê Ba: Ủy viên Ban Chấp hành Đảng bộ tỉnh; Giám đốc Sở Y tế",
        "1. Lường Thị Ón - Chánh Thanh tra huyện | Lường Thị Ón: Chánh Thanh tra huyện",
        "ông Lê Ba, Phó Giám đốc Sở Y tế, GS.TS Trần Tư, Chủ tịch Hội Đông y tỉnh | Lê Ba: Phó Giám đốc Sở Y tế / Trần Tư: Chủ tịch Hội Đông y tỉnh",
        "đồng chí Lê Ba, Phó Chủ tịch HĐND huyện khóa XIX tái cử chức danh Phó Chủ tịch | Lê Ba: Phó Chủ tịch HĐND huyện khóa XIX",
        "đồng chí Lê Ba, Bí thư Đảng ủy, Chính ủy Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh dự | Lê Ba: Bí thư Đảng ủy; Chính ủy Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh",
        "đồng chí Lê Ba, Trưởng Ban Tuyên giáo Trung ương và đoàn công tác của Ban Tuyên giáo Trung ương dự | Lê Ba: Trưởng Ban Tuyên giáo Trung ương",
        "TS Vũ Gia Phúc, Viện trưởng Viện Kinh tế thuộc Bộ Xây dựng trình bày | Vũ Gia Phúc: Viện trưởng Viện Kinh tế thuộc Bộ Xây dựng"
      })
  void readsOfficesAfterAName(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Các Phó Chủ tịch UBND tỉnh: Lê Thị Tư, Trần Văn Năm. | Lê Thị Tư: Phó Chủ tịch UBND tỉnh / Trần Văn Năm: Phó Chủ tịch UBND tỉnh",
        "các đồng chí Phó Bí thư Huyện ủy Lê Thị Tư và Trần Văn Năm dự | Lê Thị Tư: Phó Bí thư Huyện ủy / Trần Văn Năm: Phó Bí thư Huyện ủy",
        "cử 2 phó chủ tịch hội là bà Lê Thị Tư và ông Trần Văn Năm | Lê Thị Tư: phó chủ tịch hội / Trần Văn Năm: phó chủ tịch hội",
        "Các Phó Bí thư: Lê Tư, Trần Năm; Chủ tịch UBND huyện Đỗ Sáu | Lê Tư: Phó Bí thư / Trần Năm: Phó Bí thư / Đỗ Sáu: Chủ tịch UBND huyện",
        "các đồng chí Ủy viên Bộ Chính trị: Lê Ba, Thủ tướng; Trần Tư, Chủ tịch Quốc hội | Lê Ba: Ủy viên Bộ Chính trị; Thủ tướng / Trần Tư: Ủy viên Bộ Chính trị; Chủ tịch Quốc hội",
        "Dự có các đồng chí: Lê Ba - Bí thư Huyện ủy; Trần Tư - Phó Bí thư Huyện ủy. | Lê Ba: Bí thư Huyện ủy / Trần Tư: Phó Bí thư Huyện ủy",
        "bầu 2 đồng chí Phó Bí thư Đảng ủy: Lê Văn Ba, Trần Văn Tư | Lê Văn Ba: Phó Bí thư Đảng ủy / Trần Văn Tư: Phó Bí thư Đảng ủy",
        "Chủ tịch: Lê Văn Ba; Phó Chủ tịch: Trần Văn Tư, Đỗ Sáu | Lê Văn Ba: Chủ tịch / Trần Văn Tư: Phó Chủ tịch / Đỗ Sáu: Phó Chủ tịch",
        "Đoàn Chủ tịch gồm các đồng chí: Lê Văn Ba, Trần Văn Tư | Lê Văn Ba / Trần Văn Tư",
        "4 Phó chủ tịch gồm: ông Lê Thanh Hà (tái đắc cử), ông Trần Văn Thuận và ông Ngọ Duy Hiền | Lê Thanh Hà: Phó chủ tịch / Trần Văn Thuận: Phó chủ tịch / Ngọ Duy Hiền: Phó chủ tịch",
        "Tham dự có đ/c Võ Tấn Phát BTĐU, đ/c Lê Văn Cảnh PBT Đảng ủy; đ/c Hồ Sỹ Nam - PCT HĐND xã | Võ Tấn Phát: BTĐU / Lê Văn Cảnh: PBT Đảng ủy / Hồ Sỹ Nam: PCT HĐND xã",
        "Phó Chủ tịch UBND tỉnh Lê Văn Ba, Trần Văn Tư dự | Lê Văn Ba: Phó Chủ tịch UBND tỉnh / Trần Văn Tư"
      })
  void aHeadingCountsForEachNameUnderIt(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Đồng chí Y Khuê Niê, Bí thư Huyện ủy dự. | Y Khuê Niê: Bí thư Huyện ủy",
        "Phó Chủ tịch HĐND tỉnh H'Mai Byă nói. | H'Mai Byă: Phó Chủ tịch HĐND tỉnh",
        "Ông Rơ Châm Tích phát biểu. | Rơ Châm Tích",
        "Bà Ksor H'Liên nói. Sau đó bà H'Liên trao quà. | Ksor H'Liên",
        "Ông K'Brếu và ông Điểu Lên dự. | K'Brếu / Điểu Lên",
        "Đồng chí Giàng A Páo, Sùng Thị Chứ dự | Giàng A Páo / Sùng Thị Chứ",
        "Bí thư Huyện ủy Bloong Văn Sót nhấn mạnh | Bloong Văn Sót: Bí thư Huyện ủy",
        "ông A Blong, bà Siu H'Nga | A Blong / Siu H'Nga",
        "đồng chí Bh'ling Tếc; Điểu K'Ninh, Phó Chủ tịch Hội Nông dân; Rah Lan Chương | Bh'ling Tếc / Điểu K'Ninh: Phó Chủ tịch Hội Nông dân / Rah Lan Chương",
        "Hòa thượng Thích Gia Minh, Linh mục Giuse Trần Xuân Bảy dự | Thích Gia Minh / Giuse Trần Xuân Bảy",
        "Tham dự có ông Thạch Sô Phia, bà Danh Thị Út. | Thạch Sô Phia / Danh Thị Út"
      })
  void knowsNamesOfAllPeoples(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ĐỒNG CHÍ LÊ TRUNG KIÊN DỰ HỘI NGHỊ | Lê Trung Kiên",
        "BÍ THƯ TỈNH ỦY H'LAM NIÊ CHỦ TRÌ | H'Lam Niê: BÍ THƯ TỈNH ỦY",
        "Ảnh: Đồng chí Trần Thị Ngà phát biểu | Trần Thị Ngà",
        "Đồng chí TRẦN THỊ NGÀ phát biểu | Trần Thị Ngà"
      })
  void bringsCapitalsToTitleCase(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ông Tạ Quang Phấn dự. Ông Phấn nói thêm. | Tạ Quang Phấn",
        "Đồng chí Tâm yêu cầu. Dự có đồng chí Lê Thị Tâm, Bí thư Đảng ủy. | Lê Thị Tâm: Bí thư Đảng ủy",
        "Bà Lê Thị Kim Ngân dự. Bà Kim Ngân, Phó Bí thư Đảng ủy nói. | Lê Thị Kim Ngân: Phó Bí thư Đảng ủy",
        "Ông Lê Nam dự. Ông Hùng nói. | Lê Nam",
        "Thủ tướng Lê Bá Nam dự. Thủ tướng Chính phủ Lê Bá Nam nói. | Lê Bá Nam: Thủ tướng Chính phủ",
        "Ông Lê Bá Nam tái đắc cử Chủ tịch Công đoàn công ty. | Lê Bá Nam: Chủ tịch Công đoàn công ty",
        "Ông Lê Bá Nam được bầu làm Chủ tịch Công đoàn công ty. | Lê Bá Nam",
        "Ông Lê Bá Nam nói. Bí thư Huyện ủy yêu cầu học tập. | Lê Bá Nam: Bí thư Huyện ủy",
        "Bí thư Huyện ủy Đỗ Ba dự. Ông Lê Nam nói. Bí thư Huyện ủy yêu cầu. | Đỗ Ba: Bí thư Huyện ủy / Lê Nam",
        "Xin chào ông Lê Nam. Bí thư Huyện ủy yêu cầu học tập. | Lê Nam",
        "Bí thư Tỉnh ủy Thái Bình Lê Nam dự. Bí thư Thái Bình Lê Nam nói. | Lê Nam: Bí thư Tỉnh ủy Thái Bình"
      })
  void joinsTheMentionsOfOnePerson(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "ngày sinh Chủ tịch Hồ Chí Minh",
        "tại thành phố Hồ Chí Minh và TP Hồ Chí Minh",
        "Hội trường Nguyễn Văn Linh, Trường THPT Lê Quý Đôn, đường Trần Hưng Đạo",
        "cố Bí thư Huyện ủy Trần Văn Khoan",
        "Hội nghị bế mạc.\\nTin, ảnh: Nguyễn Văn Thành - Lê Thị Hồng",
        "Hội nghị bế mạc. (Ảnh: Trần Quốc Khánh)",
        "Hội nghị bế mạc.\\nNguyễn Thanh Tâm",
        "Hội nghị bế mạc.\\nĐức Trung - Nguyễn Lan Anh",
        "Hội Luật gia Phú Thọ và Hội Nhà báo Hà Nam họp",
        "Bí thư Tỉnh ủy yêu cầu các cấp ủy học tập",
        "Tỉnh ủy Lâm Đồng, Huyện ủy Mai Sơn, Thành ủy Cao Lãnh",
        "báo cáo viên, tuyên truyền viên các cấp",
        "Trung tâm Văn hóa, Nhà Văn hóa, Hội Nhà Văn Việt Nam",
        "cả nước Thái Lan, Hàn Quốc",
        "xã Hoàng Văn Thụ và phường Trần Phú",
        "liệt sĩ Nguyễn Văn Hòa được nhắc đến",
        "Hội nghị bế mạc.\\n08/04/2020 Nguyễn Lan Anh",
        "dự án của Hoàng Anh Gia Lai",
        "đường Trường Chinh - Phạm Văn Bạch, ngã ba Nguyễn Thị Tú",
        "vụ án Hứa Thị Bảy, Phạm Công Tám, Đặng Thanh Chín...",
        "hai thôn Lương Xá Bắc và Lương Xá Nam của xã",
        "khu vực châu Á - Thái Bình Dương",
        "lý luận Đặng Tiểu Bình, tư tưởng Mao Trạch Đông",
        "Trường Chính trị Trần Phú và Học viện Chính trị quốc gia Hồ Chí Minh",
        "Hội nghị nghe giới thiệu nghị quyết mà Tổng Bí thư Phạm Minh Lữ vừa ký ban hành.",
        "Tổng Bí thư Phạm Minh Lữ vừa ký nghị quyết mà hội nghị học tập.",
        "học tập tác phẩm “Kiên trì xây dựng Đảng” của Tổng Bí thư Phạm Minh Lữ"
      })
  void leavesOutWhoIsNotThere(String text) {
    assertThat(told(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Đồng chí Lê Ba chủ trì hội nghị. | CHAIR",
        "Chủ trì hội nghị có đồng chí Lê Ba. | CHAIR",
        "Dưới sự chủ trì của đồng chí Lê Ba, hội nghị họp. | CHAIR",
        "Đồng chí Lê Ba, Trưởng Ban Tuyên giáo truyền đạt chuyên đề. | PRESENTER",
        "Đồng chí Lê Ba yêu cầu các cấp ủy vào cuộc. | SPEAKER",
        "Phát biểu tại hội nghị, đồng chí Lê Ba mong các đơn vị cố gắng. | SPEAKER",
        "Đồng chí Lê Ba chủ trì. Đồng chí Lê Ba phát biểu. | CHAIR",
        "Dự hội nghị có đồng chí Lê Ba. | ATTENDEE"
      })
  void tellsWhatAPersonDid(String text, Part part) {
    assertThat(find(text)).singleElement().extracting(p -> p.person().getPart()).isEqualTo(part);
  }

  @Test
  void writesOfficesInNormalForm() {
    assertThat(
            find("Đồng chí Lê Ba, uỷ viên BTV Tỉnh uỷ, Chủ tịch UBND TP.Huế dự")
                .get(0)
                .person()
                .getTitlesNormal())
        .containsExactly("Ủy viên Ban Thường vụ Tỉnh ủy", "Chủ tịch Ủy ban nhân dân thành phố Huế");
  }

  @Nested
  @DisplayName("gives evidence that")
  class EvidenceTest {
    @Test
    void countsCodePointsAndHoldsTheValueAsWritten() {
      String text = "😀 Hội nghị 😀 do Bí thư Huyện uỷ  TRẦN BA chủ trì";
      List<Evidence> evidence = find(text).get(0).evidence();
      assertThat(evidence).hasSize(2);
      for (Evidence row : evidence) {
        int start = text.offsetByCodePoints(0, row.getStart());
        int end = text.offsetByCodePoints(0, row.getEnd());
        assertThat(text.substring(start, end)).contains(row.getValue());
        assertThat(row.getField()).isEqualTo("persons");
      }
    }
  }
}
