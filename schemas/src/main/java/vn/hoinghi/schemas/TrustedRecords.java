package vn.hoinghi.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro loads only classes it was told to trust. The contract's own records are, and no others;
 * whoever builds records before the first serde is made calls {@link #trust()} or sets {@code
 * org.apache.avro.SERIALIZABLE_PACKAGES}.
 */
public final class TrustedRecords {
  private static final String PACKAGE = "vn.hoinghi.avro";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(PACKAGE)));
  }

  private TrustedRecords() {}

  /** Makes sure that the contract's records are trusted in this JVM; any number of calls is one. */
  public static void trust() {
    // the class initialiser did it
  }
}
