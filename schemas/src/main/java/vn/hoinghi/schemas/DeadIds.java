package vn.hoinghi.schemas;

import java.util.List;
import vn.hoinghi.avro.EventChange;

/** What the log of changes tells of ids that have come to their end. */
public final class DeadIds {
  /** All that changes of a dead id is where it leads. */
  public static final List<String> REDIRECT = List.of("redirect");

  private DeadIds() {}

  /** Whether the id is dead after this change; it leads to the other event then, or nowhere. */
  public static boolean after(EventChange change) {
    return switch (change.getKind()) {
      case REKEYED, MERGED, RETRACTED -> true;
      case UPDATED -> change.getFields().equals(REDIRECT);
      case CREATED, SPLIT -> false;
    };
  }
}
