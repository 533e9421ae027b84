package vn.hoinghi.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.person.Told.told;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An office")
class OfficeFormsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Bà Trần Thị Vân, Q. Chủ tịch UBND thành phố trình bày | Trần Thị Vân: Q. Chủ tịch UBND thành phố",
        "Q.Giám đốc Sở Y tế Lê Thị Tư nói | Lê Thị Tư: Q.Giám đốc Sở Y tế",
        "Ông Lê Văn Ba, Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc (MTTQ) Việt Nam dự | Lê Văn Ba: Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc (MTTQ) Việt Nam",
        "Chủ tịch Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam TP Hà Nội Lê Thị Tư nói | Lê Thị Tư: Chủ tịch Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam TP Hà Nội",
        "TS Võ Kim Ba - nguyên phó Kiến trúc sư trưởng TP.HCM - cho rằng | Võ Kim Ba: nguyên phó Kiến trúc sư trưởng TP.HCM",
        "Bà Andrea Prince, Cố vấn trưởng dự án, nói | Andrea Prince: Cố vấn trưởng dự án",
        "ông Trần Phi Hùng, chi uỷ viên Chi bộ thôn | Trần Phi Hùng: chi uỷ viên Chi bộ thôn",
        "Hồ Văn Năm, UVTVTU, Trưởng Ban Nội chính Tỉnh ủy dự | Hồ Văn Năm: UVTVTU; Trưởng Ban Nội chính Tỉnh ủy",
        "CCB Nguyễn Bá Hùng, Chủ tịch Hội Cựu chiến binh thị xã phát biểu | Nguyễn Bá Hùng: Chủ tịch Hội Cựu chiến binh thị xã",
        "Đại biểu Đào Hoàng Trường (Bí thư Đoàn Bộ GD-ĐT) góp ý | Đào Hoàng Trường: Bí thư Đoàn Bộ GD-ĐT",
        "GS Phạm Xuân Hằng, Phó chủ tịch không chuyên trách UB TƯ MTTQ VN đề xuất | Phạm Xuân Hằng: Phó chủ tịch không chuyên trách UB TƯ MTTQ VN",
        "Nhà thơ Bằng Việt đã xin rút | Bằng Việt",
        "Chủ nhiệm Uỷ ban Kiểm tra Thành uỷ Trần Quang Cảnh đã đưa ra khuyến cáo. Quang cảnh hội nghị | Trần Quang Cảnh: Chủ nhiệm Uỷ ban Kiểm tra Thành uỷ",
        "nhà văn Lê Công Hùng - Chủ tịch Hội Văn học nghệ thuật Nguyễn Đình Chiểu - dự | Lê Công Hùng: Chủ tịch Hội Văn học nghệ thuật Nguyễn Đình Chiểu",
        "Ông Lâm Hải Tâm, Giám đốc Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa chia sẻ cách làm | Lâm Hải Tâm: Giám đốc Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa"
      })
  void isReadInEverySpelling(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Vụ trưởng Vụ Công nghiệp nhẹ Phan Chí Dũng cho rằng | Phan Chí Dũng: Vụ trưởng Vụ Công nghiệp nhẹ",
        "Cục trưởng An toàn bức xạ và hạt nhân Vương Hữu Tấn nói | Vương Hữu Tấn: Cục trưởng An toàn bức xạ và hạt nhân",
        "Ông Lê Văn Ba, Cục trưởng Quản lý khám chữa bệnh, cho biết | Lê Văn Ba: Cục trưởng Quản lý khám chữa bệnh",
        "Chị Lê Thị Tư (Giám đốc Trung tâm Nghị lực sống) nói | Lê Thị Tư: Giám đốc Trung tâm Nghị lực sống",
        "Ông Lê Văn Ba, Trưởng phòng Dự báo khí tượng hạn ngắn (Trung tâm Dự báo) cho biết | Lê Văn Ba: Trưởng phòng Dự báo khí tượng hạn ngắn",
        "Ông Lê Văn Ba - Viện trưởng Viện kinh tế nông nghiệp hữu cơ, nói | Lê Văn Ba: Viện trưởng Viện kinh tế nông nghiệp hữu cơ",
        "Ông Lê Văn Ba, Uỷ viên thường trực Uỷ ban về các vấn đề xã hội, cho rằng | Lê Văn Ba: Uỷ viên thường trực Uỷ ban về các vấn đề xã hội",
        "Ông Lê Văn Ba - phó trưởng ban thường trực Ban Chỉ đạo trung ương về phòng chống tham nhũng - nêu rõ | Lê Văn Ba: phó trưởng ban thường trực Ban Chỉ đạo trung ương về phòng chống tham nhũng",
        "Ông Lê Văn Ba, Phó Trưởng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực dự | Lê Văn Ba: Phó Trưởng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực",
        "Ông Lê Văn Ba, Trưởng Ban Chỉ đạo Nhà nước về đổi mới doanh nghiệp đã làm việc | Lê Văn Ba: Trưởng Ban Chỉ đạo Nhà nước về đổi mới doanh nghiệp",
        "Thứ trưởng Lê Quý Ba, Chủ nhiệm Đề án 2 dự | Lê Quý Ba: Thứ trưởng; Chủ nhiệm Đề án 2",
        "Phó trưởng Ban bồi thường giải phóng mặt bằng Q.Tân Phú Võ Thị Thanh Hằng bị cảnh cáo | Võ Thị Thanh Hằng: Phó trưởng Ban bồi thường giải phóng mặt bằng Q.Tân Phú"
      })
  void goesOnWithAFieldThatNoListHas(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Dự có các đồng chí Uỷ viên Bộ Chính trị: Thủ tướng Chính phủ Lê Xuân Ba, Uỷ viên Thường vụ Quân uỷ Trung ương; Đại tướng Ngô Xuân Tư, Bộ trưởng bộ Quốc phòng; Phạm Minh Bảy, Bí thư Trung ương Đảng. | Lê Xuân Ba: Uỷ viên Bộ Chính trị; Thủ tướng Chính phủ; Uỷ viên Thường vụ Quân uỷ Trung ương / Ngô Xuân Tư: Uỷ viên Bộ Chính trị; Bộ trưởng bộ Quốc phòng / Phạm Minh Bảy: Uỷ viên Bộ Chính trị; Bí thư Trung ương Đảng",
        "Cùng dự có các Ủy viên Ban Thường vụ: Phan Thị Nga, Trưởng Ban Dân vận Tỉnh ủy kiêm Chủ tịch Hội Nông dân tỉnh; Lê Cảnh Tuấn, Trưởng Ban Tổ chức Tỉnh ủy. | Phan Thị Nga: Ủy viên Ban Thường vụ; Trưởng Ban Dân vận Tỉnh ủy; Chủ tịch Hội Nông dân tỉnh / Lê Cảnh Tuấn: Ủy viên Ban Thường vụ; Trưởng Ban Tổ chức Tỉnh ủy",
        "Cùng dự có các Ủy viên Ban Thường vụ: Phan Thị Nga, Lê Cảnh Tuấn; Giám đốc Sở Y tế Hà Văn Tám. | Phan Thị Nga: Ủy viên Ban Thường vụ / Lê Cảnh Tuấn: Ủy viên Ban Thường vụ / Hà Văn Tám: Giám đốc Sở Y tế"
      })
  void countsForEachMemberOfAListWhateverElseTheyAre(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Võ Ngọc Thanh Trúc, 34 tuổi, Bí thư tỉnh đoàn là Tỉnh uỷ viên trẻ nhất | Võ Ngọc Thanh Trúc: Bí thư tỉnh đoàn",
        "Ông Lê Quốc Ba (37 tuổi, Bí thư Trung ương Đoàn) trúng cử | Lê Quốc Ba: Bí thư Trung ương Đoàn",
        "Ông Lê Quốc Ba (SN 1971), Phó Chủ tịch UBND tỉnh trúng cử | Lê Quốc Ba: Phó Chủ tịch UBND tỉnh",
        "Ông Lê Quốc Ba, sinh năm 1971, Phó Chủ tịch UBND tỉnh trúng cử | Lê Quốc Ba: Phó Chủ tịch UBND tỉnh",
        "Dự có các đồng chí: Nguyễn Thị Kim Cúc, Thường vụ Tỉnh ủy, Giám đốc Sở Nội vụ; Trần Ngọc Tam, Phó Chủ tịch UBND tỉnh | Nguyễn Thị Kim Cúc: Thường vụ Tỉnh ủy; Giám đốc Sở Nội vụ / Trần Ngọc Tam: Phó Chủ tịch UBND tỉnh",
        "Trước các ý kiến nêu trên, Phó Chủ tịch UBND TP Hà Nội, bà Nguyễn Thị Ngọc yêu cầu | Nguyễn Thị Ngọc: Phó Chủ tịch UBND TP Hà Nội",
        "Sáng 9/9, Bí thư Thành uỷ Hà Nội, ông Phạm Quang Nghị đã chủ trì buổi làm việc | Phạm Quang Nghị: Bí thư Thành uỷ Hà Nội",
        "Ông Lò Minh Hặc, vừa được bầu làm Bí thư Huyện ủy nhiệm kỳ mới, cho biết huyện sẽ | Lò Minh Hặc: Bí thư Huyện ủy",
        "Bà Trần Thị Diệu tái đắc cử chủ tịch Liên đoàn lao động TP.HCM | Trần Thị Diệu: chủ tịch Liên đoàn lao động TP.HCM"
      })
  void isTheOnesWhoAgeOrNameStandsBesideIt(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Ông Lê Văn Ba ở Q. Phó Chủ tịch UBND phường đến thăm | Lê Văn Ba",
        "Ông Lê Văn Ba chủ trì tại điểm cầu tỉnh. Trưởng Ban Nội chính Tỉnh ủy Giàng Quốc Hưng quán triệt | Lê Văn Ba / Giàng Quốc Hưng: Trưởng Ban Nội chính Tỉnh ủy",
        "UBND xã. Đội trưởng Đội Thuế Lê Văn Ba nói | Lê Văn Ba: Đội trưởng Đội Thuế",
        "do bà Lê Thị Tư, Trưởng Ban Tổ chức Huyện ủy đứng lớp. Những buổi còn lại | Lê Thị Tư: Trưởng Ban Tổ chức Huyện ủy",
        "Ông Lê Văn Ba, Giám đốc Trung tâm Y tế huyện lên lớp | Lê Văn Ba: Giám đốc Trung tâm Y tế huyện",
        "Trưởng phòng Nội vụ dắt Bí thư Đoàn xã Lê Văn Ba đi | Lê Văn Ba: Bí thư Đoàn xã",
        "Ông Lê Văn Ba, Phó Trưởng ban Tổ chức Trung ương về dự hội nghị | Lê Văn Ba: Phó Trưởng ban Tổ chức Trung ương",
        "Ông Lê Văn Ba, Chủ tịch Hội Nông dân tỉnh về thăm xã | Lê Văn Ba: Chủ tịch Hội Nông dân tỉnh",
        "Ông Lê Văn Ba, Bí thư Huyện ủy (TTXVN) Việt Nam ta | Lê Văn Ba: Bí thư Huyện ủy",
        "Theo ông Lê Văn Ba, Thường vụ Tỉnh ủy đã họp | Lê Văn Ba",
        "Dự có ông Lê Văn Ba, Chủ tịch UBND xã, bà Lê Thị Tư phát biểu | Lê Văn Ba: Chủ tịch UBND xã / Lê Thị Tư",
        "những vị anh hùng dân tộc như Hai Bà Trưng, Bà Triệu, Đinh Bộ Lĩnh, Ngô Quyền | ``",
        "(Thái Bình Portal) Ngày 31/10, ông Lê Văn Ba phát biểu | Lê Văn Ba",
        "Phó phòng Quản lý hạ tầng môi trường và ông Lê Trung Ngọc, cán bộ của phòng | Lê Trung Ngọc",
        "ông Trần Trọng Ba, thành viên Hội đồng tư vấn Du lịch và ông Vũ Văn Tư, nói | Trần Trọng Ba: thành viên Hội đồng tư vấn Du lịch / Vũ Văn Tư",
        "lần thứ 4 được giới thiệu ứng cử đại biểu Quốc hội, ông Lê Văn Ba cho hay | Lê Văn Ba",
        "Theo cử tri Thủ Thiêm, việc này đã xong. Nhà thơ Hữu Thỉnh dự | Hữu Thỉnh",
        "giới thiệu Bộ trưởng Công an Trần Đại Quang làm Chủ tịch nước, Phó thủ tướng Nguyễn Xuân Phúc làm Thủ tướng | Trần Đại Quang: Bộ trưởng Công an / Nguyễn Xuân Phúc: Phó thủ tướng",
        "Ông Lò Minh Hặc vừa được bầu làm Bí thư Huyện ủy nhiệm kỳ mới | Lò Minh Hặc",
        "Đồng chí Lữ Văn Hạnh - Bí thư Huyện ủy dự. Đồng chí Lữ Văn Hạnh tái đắc cử Bí thư Huyện ủy khóa XXIV | Lữ Văn Hạnh: Bí thư Huyện ủy"
      })
  void isNotMadeOfOtherWords(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }
}
