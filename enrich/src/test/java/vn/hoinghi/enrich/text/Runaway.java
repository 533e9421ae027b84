package vn.hoinghi.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells from an expression's build whether the time it takes may grow faster than the text: what
 * may stand more than once within what repeats without bound can be shared out in ever more ways,
 * and so can the characters of two neighbours that both repeat without bound; what repeats without
 * bound at the very start is walked again from each of its characters.
 */
final class Runaway {
  private static final int SELDOM = 4;
  private static final int OFTEN = 20;
  private static final int SYMBOLS = Alphabet.symbols();
  private final List<String> faults = new ArrayList<>();

  /** What is wrong with an expression; empty where nothing is. */
  static List<String> faults(String regex) {
    Runaway check = new Runaway();
    Shape shape = Shape.of(regex);
    check.repeats(shape, false);
    check.neighbours(shape);
    return check.faults;
  }

  private void repeats(Shape shape, boolean withinOther) {
    if (shape instanceof Shape.Many many) {
      if (many.unbounded()) {
        faults.add("repeats without bound");
      }
      if (withinOther && many.least() != many.most()) {
        faults.add("repeats within what repeats");
      }
      repeats(many.part(), (withinOther || many.most() > SELDOM) && !many.possessive());
    } else {
      parts(shape).forEach(part -> repeats(part, withinOther));
    }
  }

  private static List<Shape> parts(Shape shape) {
    if (shape instanceof Shape.Row row) {
      return row.parts();
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.parts();
    }
    return shape instanceof Shape.Look look ? List.of(look.part()) : List.of();
  }

  private void neighbours(Shape shape) {
    if (shape instanceof Shape.Row row) {
      for (int i = 0; i < row.parts().size(); i++) {
        neighbours(row.parts().get(i));
        if (row.parts().get(i) instanceof Shape.Many many && free(many)) {
          overlap(many, row.parts().subList(i + 1, row.parts().size()));
        }
      }
    } else if (shape instanceof Shape.Many many) {
      neighbours(many.part());
    } else {
      parts(shape).forEach(this::neighbours);
    }
  }

  private static boolean free(Shape.Many many) {
    return many.most() > OFTEN && !many.possessive();
  }

  /** Looks for a second such part that is reached through characters of the first. */
  private void overlap(Shape.Many first, List<Shape> rest) {
    boolean[] own = characters(first.part());
    for (Shape part : rest) {
      if (part instanceof Shape.Many many && free(many) && meet(own, characters(many.part()))) {
        faults.add("two neighbours share characters and repeat often");
        return;
      }
      boolean passes = part instanceof Shape.Look || meet(own, characters(part)) || optional(part);
      if (!passes) {
        return;
      }
    }
  }

  private static boolean optional(Shape part) {
    return part instanceof Shape.Many many && many.least() == 0;
  }

  private static boolean meet(boolean[] one, boolean[] other) {
    for (int i = 0; i < SYMBOLS; i++) {
      if (one[i] && other[i]) {
        return true;
      }
    }
    return false;
  }

  /** Every character that a part can take. */
  private static boolean[] characters(Shape shape) {
    boolean[] all = new boolean[SYMBOLS];
    if (shape instanceof Shape.One one) {
      Pattern pattern = Pattern.compile(one.charClass(), Pattern.DOTALL);
      for (int i = 1; i < SYMBOLS; i++) {
        all[i] = pattern.matcher(String.valueOf(Alphabet.character(i))).matches();
      }
    } else if (shape instanceof Shape.Many many) {
      return characters(many.part());
    } else if (!(shape instanceof Shape.Look)) {
      for (Shape part : parts(shape)) {
        boolean[] some = characters(part);
        for (int i = 0; i < SYMBOLS; i++) {
          all[i] |= some[i];
        }
      }
    }
    return all;
  }
}
