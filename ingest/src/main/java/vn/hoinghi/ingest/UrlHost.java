package vn.hoinghi.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * A host as the network knows it: lower case, punycode (UTS 46), no final dot. Numbers are
 * addresses only in the one form all parsers agree on, four decimal parts without leading zeros;
 * 127.1, 0x7f000001 and 2130706433 are refused, not guessed at.
 */
final class UrlHost {
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern NUMBER = Pattern.compile("([0-9]+|0[xX][0-9a-fA-F]*)");
  private static final String BYTE = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern QUAD = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /** The few hosts that are met again and again, as written and as they are. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private static final int MAX_KNOWN = 10_000;

  private UrlHost() {}

  static String of(String raw) throws Refused {
    String known = KNOWN.get(raw);
    if (known != null) {
      return known;
    }
    String host = checked(raw);
    if (KNOWN.size() >= MAX_KNOWN) {
      KNOWN.clear();
    }
    KNOWN.put(raw, host);
    return host;
  }

  private static String checked(String raw) throws Refused {
    if (raw.indexOf('%') >= 0) {
      throw UrlParts.invalid("escapes in the host");
    }
    String host = ascii(raw);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (host.isEmpty() || host.startsWith(".") || host.contains("..")) {
      throw UrlParts.invalid("empty label in the host");
    }
    if (host.indexOf(':') >= 0) {
      return "[" + host + "]";
    }
    if (!NAME.matcher(host).matches()) {
      throw UrlParts.invalid("a host with characters that no host has");
    }
    String lastLabel = host.substring(host.lastIndexOf('.') + 1);
    if (NUMBER.matcher(lastLabel).matches() && !QUAD.matcher(host).matches()) {
      throw UrlParts.invalid("a number that is no plain IPv4 address");
    }
    return host;
  }

  private static String ascii(String raw) throws Refused {
    try {
      return new HttpUrl.Builder().scheme("http").host(raw).build().host();
    } catch (RuntimeException e) {
      throw UrlParts.invalid("no host name");
    }
  }
}
