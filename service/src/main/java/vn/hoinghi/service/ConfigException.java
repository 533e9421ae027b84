package vn.hoinghi.service;

/**
 * A setting that is missing, unknown or not allowed; the message names its key and says what would
 * be.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }

  /** {@code value} unless it is null, in which case {@code key} is missing. */
  public static <T> T required(T value, String key) {
    if (value == null) {
      throw new ConfigException(
          key
              + " is missing: set it in the configuration file or as "
              + Settings.environmentName(key));
    }
    return value;
  }

  /** Refuses a value of {@code key} that does not hold what {@code allowed} says. */
  public static void check(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      throw new ConfigException(key + " is " + value + ", allowed is " + allowed);
    }
  }
}
