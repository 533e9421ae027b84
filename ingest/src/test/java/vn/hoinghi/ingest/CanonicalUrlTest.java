package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

class CanonicalUrlTest {

  @ParameterizedTest
  @EnumSource(UrlRule.class)
  void everyRuleDoesWhatItsExampleSays(UrlRule rule) throws Refused {
    assertThat(CanonicalUrl.of(rule.example)).hasToString(rule.becomes);
  }

  @ParameterizedTest
  @EnumSource(UrlRule.class)
  void theCanonicalFormIsItsOwnCanonicalForm(UrlRule rule) throws Refused {
    assertThat(CanonicalUrl.of(rule.becomes)).hasToString(rule.becomes);
  }

  @ParameterizedTest
  @EnumSource(UrlRule.class)
  void anAddressHasTheCanonicalFormOfWhatItWasReadFrom(UrlRule rule) throws Refused {
    assertThat(CanonicalUrl.addressOf(rule.example).canonical()).hasToString(rule.becomes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP://BAO.VN                      | http://bao.vn/",
        "  https://bao.vn/tin \t            | https://bao.vn/tin",
        "http://bao.vn:80/                  | http://bao.vn/",
        "http://bao.vn:8080/                | http://bao.vn:8080/",
        "http://bao.vn:/                    | http://bao.vn/",
        "http://bao.vn?b=1                  | http://bao.vn/?b=1",
        "http://bao.vn#top                  | http://bao.vn/",
        "http://bao.vn/a#b?c                | http://bao.vn/a",
        "http://bao.vn/%7Ep?b=2             | http://bao.vn/~p?b=2",
        "http://bao.vn/100%                 | http://bao.vn/100%25",
        "http://bao.vn/100%zz               | http://bao.vn/100%25zz",
        "http://bao.vn/a%2Fb                | http://bao.vn/a%2Fb",
        "http://bao.vn/%2e%2e/tin           | http://bao.vn/tin",
        "http://bao.vn/../../tin            | http://bao.vn/tin",
        "http://bao.vn/a/..                 | http://bao.vn/",
        "http://bao.vn/a/.                  | http://bao.vn/a/",
        "http://bao.vn/a//b                 | http://bao.vn/a//b",
        "http://bao.vn/tin?b=2&a=1          | http://bao.vn/tin?b=2&a=1",
        "http://bao.vn/t?ItemID=00781       | http://bao.vn/t?ItemID=00781",
        "http://bao.vn/t?a[]=1              | http://bao.vn/t?a%5B%5D=1",
        "http://bao.vn/t?UTM_Source=x&a=1&  | http://bao.vn/t?a=1",
        "http://bao.vn/t?utm_source=x       | http://bao.vn/t",
        "http://bao.vn/t?PHPSESSID=x&p=2    | http://bao.vn/t?p=2",
        "http://bao.vn/hội-nghị             | http://bao.vn/h%E1%BB%99i-ngh%E1%BB%8B",
        "http://XN--BO-MIA.vn/              | http://xn--bo-mia.vn/",
        "http://8.8.8.8/                    | http://8.8.8.8/",
        "http://[2001:DB8:0:0::1]:80/       | http://[2001:db8::1]/",
      })
  void spellingsOfOneAddressBecomeOne(String written, String canonical) throws Refused {
    assertThat(CanonicalUrl.of(written)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tin",
        "//bao.vn/tin",
        "http:/bao.vn/",
        "http:bao.vn",
        "http://",
        "http:///tin",
        "http://example.com@127.0.0.1/",
        "http://user:pw@bao.vn/",
        "http://example.com\\@127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0/",
        "http://1.2.3.256/",
        "http://bao.vn:0/",
        "http://bao.vn:65536/",
        "http://bao.vn:80a/",
        "http://bao..vn/",
        "http://.bao.vn/",
        "http://b%61o.vn/",
        "http://bao .vn/",
        "http://[::1/",
        "http://xn--a/\u0000",
        "http://bao.vn/\uD800",
        "http://xn--/",
        "http://xn--zz-\u0430/",
        "http://a<b.vn/",
        "http://a|b.vn/",
        "http://a^b.vn/",
      })
  @Tag("C05")
  @Tag("C06")
  @Tag("C15")
  void whatParsersWouldGuessAtIsRefused(String written) {
    assertThatThrownBy(() -> CanonicalUrl.of(written))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.URL_INVALID));
  }

  @Test
  @Tag("C05")
  void fullWidthDotsAreDotsSoThatTheGuardSeesTheRealAddress() throws Refused {
    assertThat(CanonicalUrl.of("http://127。0。0。1/").host()).isEqualTo("127.0.0.1");
  }

  @Test
  @Tag("C14")
  @Tag("C15")
  void aLabelTooLongAndAnAddressTooLongAreRefused() {
    assertThatThrownBy(() -> CanonicalUrl.of("http://" + "a".repeat(300) + ".vn/"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> CanonicalUrl.of("http://bao.vn/" + "a".repeat(2_100)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> CanonicalUrl.of("http://bao.vn/" + "a".repeat(2_000_000)))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://bao.vn/", "javascript:alert(1)", "data:text/html,x"})
  @Tag("C13")
  void onlyTheWebsOwnSchemesAreFollowed(String written) {
    assertThatThrownBy(() -> CanonicalUrl.of(written))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FETCH_SCHEME));
  }

  @Test
  @Tag("C14")
  void pathsAndQueriesThatRepeatThemselvesAreTraps() {
    for (String trap :
        new String[] {
          "http://bao.vn" + "/a".repeat(20), "http://bao.vn/?" + "a=1&".repeat(60) + "b"
        }) {
      assertThatThrownBy(() -> CanonicalUrl.of(trap))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.URL_TRAP));
    }
  }

  @Test
  void theLocaleOfTheMachineMakesNoDifference() throws Refused {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(CanonicalUrl.of("HTTPS://TIN.VN/?FBCLID=1&ID=2"))
          .hasToString("https://tin.vn/?ID=2");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aRedirectsHopKeepsItsSessionButIsAsStrictOtherwise() throws Refused {
    assertThat(CanonicalUrl.addressOf("http://BAO.vn/a/../t;jsessionid=1?utm_source=x#f"))
        .hasToString("http://bao.vn/t;jsessionid=1?utm_source=x");
  }

  @Test
  void theArticleIdIsTheHashOfTheCanonicalForm() throws Refused {
    assertThat(CanonicalUrl.of("HTTP://bao.vn/tin?fbclid=9").articleId())
        .isEqualTo(ContentIds.articleId("http://bao.vn/tin"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://bao.example:8080/tin,4",
    "https://www.bao.example/tin,4",
    "http://127.0.0.1:8080/tin,2",
    "http://[::1]/tin,2"
  })
  void aNameIsSpeltWithWwwAndANumberIsNot(String url, int spellings) throws Refused {
    assertThat(CanonicalUrl.addressOf(url).spellings())
        .hasSize(spellings)
        .startsWith(CanonicalUrl.addressOf(url));
  }
}
