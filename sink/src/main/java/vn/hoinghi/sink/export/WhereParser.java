package vn.hoinghi.sink.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads
 *
 * <pre>
 * conditions = condition { "and" condition }
 * condition  = FIELD OP value | FIELD [ "not" ] "in" "(" value { "," value } ")"
 * OP         = "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * value      = 'quoted, '' is one quote' | "quoted" | WORD
 * </pre>
 */
final class WhereParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?<single>[^']*+(?:''[^']*+)*+)'|\"(?<double>[^\"]*+)\"|(?<sign>[<>!]=|[=<>(),])"
              + "|(?<word>[^\\s'\"<>=!(),]++)");

  private record Token(String text, boolean quoted, boolean sign) {}

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  WhereParser(String text) {
    this.text = text;
  }

  List<Condition> conditions() {
    tokenize();
    var found = new ArrayList<Condition>();
    do {
      found.add(condition());
    } while (keyword("and"));
    if (next < tokens.size()) {
      throw wrong("'and' or the end is expected before " + tokens.get(next).text());
    }
    return found;
  }

  private void tokenize() {
    Matcher token = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int at = 0;
    while (at < end) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      if (!token.region(at, end).lookingAt()) {
        throw wrong("nothing is understood from " + text.substring(at).strip());
      }
      at = token.end();
      String single = token.group("single");
      String quoted = single == null ? token.group("double") : single.replace("''", "'");
      String sign = token.group("sign");
      String plain = sign == null ? token.group("word") : sign;
      tokens.add(new Token(quoted == null ? plain : quoted, quoted != null, sign != null));
    }
  }

  private Condition condition() {
    Field field = field();
    boolean not = keyword("not");
    if (keyword("in")) {
      return new Condition(field, not ? Comparison.NOT : Comparison.IS, list());
    }
    Token sign = take("an operator: = != < <= > >= in, not in");
    Comparison comparison = not || !sign.sign() ? null : Comparison.of(sign.text());
    if (comparison == null) {
      throw wrong("= != < <= > >= in or not in is expected, not " + sign.text());
    }
    return new Condition(field, comparison, List.of(value()));
  }

  private Field field() {
    Token name = take("a field");
    return Field.named(name.text())
        .orElseThrow(
            () ->
                wrong(name.text() + " is no field; these are: " + String.join(" ", Field.names())));
  }

  private List<String> list() {
    sign("(");
    var values = new ArrayList<String>();
    do {
      values.add(value());
    } while (isSign(","));
    sign(")");
    return values;
  }

  private String value() {
    Token token = take("a value");
    if (token.sign()) {
      throw wrong("a value is expected, not " + token.text());
    }
    return token.text();
  }

  private void sign(String wanted) {
    if (!isSign(wanted)) {
      throw wrong(wanted + " is expected");
    }
  }

  private boolean isSign(String wanted) {
    boolean found =
        next < tokens.size() && tokens.get(next).sign() && tokens.get(next).text().equals(wanted);
    next += found ? 1 : 0;
    return found;
  }

  private boolean keyword(String wanted) {
    boolean found =
        next < tokens.size()
            && !tokens.get(next).quoted()
            && tokens.get(next).text().toLowerCase(Locale.ROOT).equals(wanted);
    next += found ? 1 : 0;
    return found;
  }

  private Token take(String wanted) {
    if (next == tokens.size()) {
      throw wrong(wanted + " is missing at the end");
    }
    return tokens.get(next++);
  }

  private WhereException wrong(String message) {
    return new WhereException("\"" + text + "\": " + message);
  }
}
