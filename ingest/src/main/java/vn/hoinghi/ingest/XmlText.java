package vn.hoinghi.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document: by byte order mark, else by the shape of its first bytes, else
 * as it declares itself, else as the transport did, else UTF-8 (XML 1.0 appendix F, with the
 * document believed before the header: feeds are mostly files behind a server's default).
 */
final class XmlText {
  private static final int HEAD = 256;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private XmlText() {}

  static String decode(byte[] body, String transportCharset) {
    String text = new String(body, charsetOf(body, transportCharset));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charsetOf(byte[] body, String transportCharset) {
    if (starts(body, 0, 0, 0xFE, 0xFF) || starts(body, 0, 0, 0, '<')) {
      return UTF_32BE;
    }
    if (starts(body, 0xFF, 0xFE, 0, 0) || starts(body, '<', 0, 0, 0)) {
      return UTF_32LE;
    }
    if (starts(body, 0xFE, 0xFF) || starts(body, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (starts(body, 0xFF, 0xFE) || starts(body, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(body, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    String head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    String name = declared.find() ? declared.group(1) : transportCharset;
    return named(name);
  }

  private static Charset named(String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : asciiBased(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** A declaration that could be read byte by byte was not written in UTF-16, whatever it says. */
  private static Charset asciiBased(Charset charset) {
    return "<".equals(new String(new byte[] {'<'}, charset)) ? charset : StandardCharsets.UTF_8;
  }

  private static boolean starts(byte[] body, int... bytes) {
    if (body.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((body[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
