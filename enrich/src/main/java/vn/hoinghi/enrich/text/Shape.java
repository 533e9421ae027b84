package vn.hoinghi.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The build of a regular expression, as far as one must see it to know how its matches begin and
 * whether it can run away. Only what the rules of this project need is understood: no back
 * references, no flags but {@code (?s)}.
 */
sealed interface Shape {
  /** More than any match that is bounded takes. */
  long UNBOUNDED = 1 << 20;

  /**
   * The most UTF-16 units that a match takes; {@link #UNBOUNDED} or more where nothing bounds it.
   */
  long longest();

  /** One character of a class, a literal, a dot: its text stands as it does in the expression. */
  record One(String charClass) implements Shape {
    @Override
    public long longest() {
      return charClass.startsWith("[^") || charClass.equals(".") ? 2 : 1;
    }
  }

  /** One after the other. */
  record Row(List<Shape> parts) implements Shape {
    @Override
    public long longest() {
      return parts.stream().mapToLong(Shape::longest).sum();
    }
  }

  /** One of several. */
  record Choice(List<Shape> parts) implements Shape {
    @Override
    public long longest() {
      return parts.stream().mapToLong(Shape::longest).max().orElse(0);
    }
  }

  /**
   * The same again and again.
   *
   * @param most {@link Integer#MAX_VALUE} where nothing bounds it
   * @param possessive where it gives nothing back
   */
  record Many(Shape part, int least, int most, boolean possessive) implements Shape {
    boolean unbounded() {
      return most == Integer.MAX_VALUE;
    }

    @Override
    public long longest() {
      return unbounded() ? UNBOUNDED : most * part.longest();
    }
  }

  /** Looks ahead or behind, or at an edge, and takes no character. */
  record Look(Shape part) implements Shape {
    @Override
    public long longest() {
      return 0;
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException for what is not understood
   */
  static Shape of(String regex) {
    return new Reader(regex).read();
  }

  /** Descends into an expression, a level of brackets at a time. */
  final class Reader {
    private static final String CLASSES = "dDsSwWhH";
    private static final String EDGES = "bBAzZG";
    private final String regex;
    private int at;

    private Reader(String regex) {
      this.regex = regex;
    }

    private Shape read() {
      Shape whole = choice();
      if (at < regex.length()) {
        throw unknown();
      }
      return whole;
    }

    private IllegalArgumentException unknown() {
      return new IllegalArgumentException("not understood at " + at + ": " + regex);
    }

    private Shape choice() {
      List<Shape> choices = new ArrayList<>(List.of(row()));
      while (accept("|")) {
        choices.add(row());
      }
      return choices.size() == 1 ? choices.get(0) : new Choice(choices);
    }

    private Shape row() {
      List<Shape> parts = new ArrayList<>();
      while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
        parts.add(times(part()));
      }
      return parts.size() == 1 ? parts.get(0) : new Row(parts);
    }

    private boolean accept(String wanted) {
      boolean here = regex.startsWith(wanted, at);
      at += here ? wanted.length() : 0;
      return here;
    }

    private Shape part() {
      if (accept("(")) {
        return bracket();
      }
      if (accept("^") || accept("$")) {
        return new Look(new Row(List.of()));
      }
      int from = at;
      if (accept("[")) {
        toEndOfClass();
        return new One(regex.substring(from, at));
      }
      return accept("\\") ? escaped(from) : literal();
    }

    private Shape literal() {
      int from = at;
      at += Character.charCount(regex.codePointAt(at));
      return new One(regex.substring(from, at));
    }

    private Shape escaped(int from) {
      char c = regex.charAt(at++);
      if (EDGES.indexOf(c) >= 0) {
        return new Look(new Row(List.of()));
      }
      if (c == 'p' || c == 'P') {
        at = regex.indexOf('}', at) + 1;
      } else if (c == 'u') {
        at += 4;
      } else if (Character.isLetterOrDigit(c) && (CLASSES + "ntr").indexOf(c) < 0) {
        throw unknown();
      }
      return new One(regex.substring(from, at));
    }

    private void toEndOfClass() {
      while (!accept("]")) {
        if (accept("[")) {
          toEndOfClass();
        } else {
          at += regex.charAt(at) == '\\' ? 2 : 1;
        }
      }
    }

    private Shape bracket() {
      boolean look = false;
      if (accept("?")) {
        if (accept("s)")) {
          return new Row(List.of());
        }
        look = accept("=") || accept("!") || accept("<=") || accept("<!");
        if (!look && !accept(":") && !named()) {
          throw unknown();
        }
      }
      Shape inside = choice();
      if (!accept(")")) {
        throw unknown();
      }
      return look ? new Look(inside) : inside;
    }

    private boolean named() {
      boolean name = accept("<");
      at = name ? regex.indexOf('>', at) + 1 : at;
      return name;
    }

    private Shape times(Shape part) {
      if (at == regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
        return part;
      }
      char sign = regex.charAt(at++);
      int least = sign == '+' ? 1 : 0;
      int most = sign == '?' ? 1 : Integer.MAX_VALUE;
      if (sign == '{') {
        String[] bounds = regex.substring(at, regex.indexOf('}', at)).split(",", -1);
        at = regex.indexOf('}', at) + 1;
        least = Integer.parseInt(bounds[0]);
        String last = bounds[bounds.length - 1];
        most = last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
      }
      boolean possessive = accept("+");
      boolean ignored = !possessive && accept("?");
      return new Many(part, least, most, possessive && !ignored);
    }
  }
}
