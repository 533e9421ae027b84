package vn.hoinghi.standalone.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/**
 * Text into bytes as old Vietnamese sites wrote it. Windows-1258 holds the Vietnamese letters but
 * hardly any letter with its tone: the tone follows as a mark of its own. Java's encoder does not
 * take letters apart, so that "hội" would become "h?i"; this one writes "ô" and the dot below.
 */
final class Windows1258 {
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private Windows1258() {}

  static byte[] encode(String text) {
    Charset charset = Charset.forName("windows-1258");
    CharsetEncoder encoder = charset.newEncoder();
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(Character::toString)
        .map(letter -> encoder.canEncode(letter) ? letter : takenApart(letter))
        .map(letter -> encoder.canEncode(letter) ? letter : "&#" + letter.codePointAt(0) + ";")
        .forEach(letter -> out.writeBytes(letter.getBytes(charset)));
    return out.toByteArray();
  }

  /** The letter, then its tone: "ộ" is "ô" and U+0323. */
  private static String takenApart(String letter) {
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    StringBuilder base = new StringBuilder();
    StringBuilder tones = new StringBuilder();
    parts.chars().forEach(c -> (TONES.indexOf(c) < 0 ? base : tones).append((char) c));
    return tones.isEmpty() ? letter : Normalizer.normalize(base, Normalizer.Form.NFC) + tones;
  }
}
