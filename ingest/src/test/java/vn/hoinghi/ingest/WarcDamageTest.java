package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Warcs.bytes;
import static vn.hoinghi.ingest.Warcs.gzip;
import static vn.hoinghi.ingest.Warcs.join;
import static vn.hoinghi.ingest.Warcs.page;
import static vn.hoinghi.ingest.Warcs.pages;
import static vn.hoinghi.ingest.Warcs.read;
import static vn.hoinghi.ingest.Warcs.url;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

/** Nine pages, one of them or what lies between damaged: the other eight come all the same. */
class WarcDamageTest {
  private static final int PAGES = 9;
  private static final int HURT = 4;

  @TempDir Path dir;

  @ParameterizedTest(name = "Content-Length {0}, gzip {1}")
  @CsvSource({
    "-1,false",
    "-1,true",
    "9000000000000000000,false",
    "9000000000000000000,true",
    "1000000000000000000000000000000,false",
    "1000000000000000000000000000000,true",
    "x,false",
    "x,true",
    "'',false",
    "'',true",
    "short,false",
    "short,true",
    "+1,false",
    "+1,true",
    "+2000,false",
    "+2000,true",
    "none,false",
    "none,true",
    "twice,false",
    "twice,true"
  })
  @Tag("F13")
  void aLengthThatIsNoneCostsItsRecordAndNoOther(String length, boolean gzip) throws IOException {
    List<byte[]> records = pages(PAGES);
    records.set(HURT, lengthened(records.get(HURT), length));

    List<Capture> read = read(Warcs.file(dir, Warcs.joined(records, gzip)));

    assertThat(urls(read)).isEqualTo(allBut(HURT));
    Capture damage = onlyDamage(read);
    assertThat(damage.failed()).isEqualTo(Reason.WARC_MALFORMED);
    long before = offset(records, HURT, gzip);
    assertThat(damage.in().from()).isEqualTo(before);
    assertThat(damage.in().to()).isEqualTo(offset(records, HURT + 1, gzip));
  }

  @Test
  @Tag("F14")
  void aFlippedBitCostsItsRecordAndNoOther() throws IOException {
    byte[] whole = Warcs.joined(pages(PAGES), true);
    int from = (int) offset(pages(PAGES), HURT, true);
    int to = (int) offset(pages(PAGES), HURT + 1, true);
    for (int at = from; at < to; at++) {
      byte[] hurt = whole.clone();
      hurt[at] ^= (byte) (1 << (at % 8));

      List<Capture> read = read(Warcs.file(dir, hurt));

      boolean harmless = Arrays.equals(unpacked(hurt, from, to), pages(PAGES).get(HURT));
      if (!harmless) {
        assertThat(urls(read)).as("byte %d", at).isEqualTo(allBut(HURT));
        assertThat(onlyDamage(read).failed()).as("byte %d", at).isEqualTo(Reason.WARC_RESYNC);
        assertThat(onlyDamage(read).in())
            .extracting("from", "to")
            .containsExactly((long) from, (long) to);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Tag("F14")
  void aFileThatIsCutEndsWithItsLastWholeRecord(boolean gzip) throws IOException {
    byte[] whole = Warcs.joined(pages(PAGES), gzip);
    int from = (int) offset(pages(PAGES), HURT, gzip);
    int to = (int) offset(pages(PAGES), HURT + 1, gzip);
    List<String> before = allBut(-1).subList(0, HURT);
    for (int end = from + 1; end < to; end += 7) {
      List<Capture> read = read(Warcs.file(dir, Arrays.copyOf(whole, end)));

      assertThat(urls(read)).as("cut at %d", end).isEqualTo(before);
      Capture damage = onlyDamage(read);
      assertThat(damage.failed())
          .as("cut at %d of %d: %s", end, to, damage)
          .isIn(cut(end - from, to - end));
      assertThat(damage.in()).extracting("from", "to").containsExactly((long) from, (long) end);
    }
    assertThat(urls(read(Warcs.file(dir, Arrays.copyOf(whole, from))))).isEqualTo(before);
  }

  /** A handful of bytes is not yet known for a record. */
  private static List<Reason> cut(int kept, int missing) {
    return kept < 30 || missing < 5
        ? List.of(Reason.WARC_TRUNCATED, Reason.WARC_RESYNC, Reason.WARC_MALFORMED)
        : List.of(Reason.WARC_TRUNCATED);
  }

  @ParameterizedTest(name = "junk {0}, gzip {1}")
  @CsvSource({"1,false", "1,true", "100,false", "100,true", "300000,false", "300000,true"})
  @Tag("F14")
  void junkBetweenRecordsCostsNone(int size, boolean gzip) throws IOException {
    byte[] junk = new byte[size];
    new Random(size).nextBytes(junk);
    junk[0] = 'x';
    List<byte[]> parts = packed(pages(PAGES), gzip);
    long from = offset(pages(PAGES), HURT, gzip);
    parts.add(HURT, junk);

    List<Capture> read = read(Warcs.file(dir, parts.toArray(byte[][]::new)));

    assertThat(urls(read)).isEqualTo(allBut(-1));
    assertThat(onlyDamage(read).failed()).isEqualTo(Reason.WARC_RESYNC);
    assertThat(onlyDamage(read).in()).extracting("from", "to").containsExactly(from, from + size);
  }

  @Test
  @Tag("F14")
  void aMemberCutInTheMiddleOfTheFileCostsItself() throws IOException {
    List<byte[]> parts = packed(pages(PAGES), true);
    byte[] whole = parts.get(HURT);
    parts.set(HURT, Arrays.copyOf(whole, whole.length / 2));

    List<Capture> read = read(Warcs.file(dir, parts.toArray(byte[][]::new)));

    assertThat(urls(read)).isEqualTo(allBut(HURT));
    assertThat(onlyDamage(read).failed()).isEqualTo(Reason.WARC_RESYNC);
  }

  @Test
  @Tag("F14")
  void aFileInOneMemberGivesWhatStandsBeforeTheDamage() throws IOException {
    byte[] whole = gzip(Warcs.joined(manyPages(), false));
    byte[] hurt = whole.clone();
    hurt[whole.length / 2] ^= 0x10;

    List<Capture> read = read(Warcs.file(dir, hurt));

    assertThat(urls(read)).startsWith(allUrls(100).toArray(String[]::new));
    Capture last = read.get(read.size() - 1);
    assertThat(last.failed()).isEqualTo(Reason.WARC_RESYNC);
    assertThat(last.in().to()).isEqualTo(whole.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "9000000000000000000", "x", "short", "+1", "+2000", "none"})
  @Tag("F13")
  void aLengthThatIsNoneInAFileOfOneMemberCostsItsRecordToo(String length) throws IOException {
    List<byte[]> records = pages(PAGES);
    records.set(HURT, lengthened(records.get(HURT), length));

    List<Capture> read = read(Warcs.file(dir, gzip(Warcs.joined(records, false))));

    assertThat(urls(read)).isEqualTo(allBut(HURT));
    assertThat(onlyDamage(read).failed()).isEqualTo(Reason.WARC_MALFORMED);
    assertThat(read(Warcs.file(dir, gzip(Warcs.joined(records, false))), onlyDamage(read).next()))
        .extracting(Capture::url)
        .isEqualTo(allBut(HURT).subList(HURT, PAGES - 1));
  }

  @Test
  @Tag("F14")
  void plainRecordsAndMembersMayFollowEachOther() throws IOException {
    Path file = Warcs.file(dir, page(0), gzip(page(1)), page(2), page(3), gzip(page(4)));

    List<Capture> read = read(file);

    assertThat(read).extracting(Capture::failed).containsOnlyNulls();
    assertThat(urls(read)).isEqualTo(allUrls(5));
  }

  /** What Java makes of a member; time, system and the last bits may say anything. */
  private static byte[] unpacked(byte[] file, int from, int to) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(file, from, to - from))) {
      return in.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static List<byte[]> manyPages() {
    return pages(400);
  }

  private static List<byte[]> packed(List<byte[]> records, boolean gzip) {
    var parts = new ArrayList<byte[]>();
    records.forEach(each -> parts.add(gzip ? gzip(each) : each));
    return parts;
  }

  private static long offset(List<byte[]> records, int index, boolean gzip) {
    return packed(records.subList(0, index), gzip).stream().mapToLong(each -> each.length).sum();
  }

  /** The same record with another length in its head. */
  private static byte[] lengthened(byte[] record, String how) {
    String text = new String(record, java.nio.charset.StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\r\nContent-Length: ") + 2;
    int end = text.indexOf("\r\n", at);
    int length = Integer.parseInt(text.substring(at + "Content-Length: ".length(), end));
    String field =
        switch (how) {
          case "short" -> "Content-Length: " + (length - 10) + "\r\n";
          case "none" -> "";
          case "twice" -> "Content-Length: 10\r\nContent-Length: 11\r\n";
          default ->
              "Content-Length: "
                  + (how.startsWith("+") ? length + Integer.parseInt(how.substring(1)) : how)
                  + "\r\n";
        };
    return join(
        Arrays.copyOf(record, at),
        bytes(field),
        Arrays.copyOfRange(record, end + 2, record.length));
  }

  private static Capture onlyDamage(List<Capture> read) {
    List<Capture> damages = read.stream().filter(each -> each.failed() != null).toList();
    assertThat(damages).hasSize(1);
    return damages.get(0);
  }

  private static List<String> urls(List<Capture> read) {
    return read.stream().filter(each -> each.failed() == null).map(Capture::url).toList();
  }

  private static List<String> allBut(int hurt) {
    return IntStream.range(0, PAGES).filter(i -> i != hurt).mapToObj(i -> url(i)).toList();
  }

  private static List<String> allUrls(int count) {
    return IntStream.range(0, count).mapToObj(i -> url(i)).toList();
  }
}
