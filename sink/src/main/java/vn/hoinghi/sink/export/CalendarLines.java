package vn.hoinghi.sink.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Content lines of iCalendar: folded at 75 octets, never inside a character (RFC 5545, 3.1). */
final class CalendarLines {
  private static final int OCTETS = 75;

  private final OutputStream out;

  CalendarLines(OutputStream out) {
    this.out = new BufferedOutputStream(out);
  }

  /** A property of type TEXT, escaped (3.3.11); nothing for null. */
  void text(String name, String value) throws IOException {
    if (value == null) {
      return;
    }
    var escaped = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                escaped.append("\\n");
              } else if (c == '\\' || c == ';' || c == ',') {
                escaped.append('\\').appendCodePoint(c);
              } else if (c == '\t' || !Character.isISOControl(c)) {
                escaped.appendCodePoint(c);
              }
            });
    line(name + ":" + escaped);
  }

  /** A property of type URI; nothing for what is none. */
  void uri(String name, String value) throws IOException {
    try {
      line(name + ":" + new URI(value).toASCIIString());
    } catch (URISyntaxException e) {
      // an address of somebody's page: the event is worth more than its link
      text("X-" + name, value);
    }
  }

  void line(String line) throws IOException {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
      if (octets + bytes.length > OCTETS) {
        out.write("\r\n ".getBytes(StandardCharsets.US_ASCII));
        octets = 1;
      }
      out.write(bytes);
      octets += bytes.length;
    }
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  void flush() throws IOException {
    out.flush();
  }
}
