package vn.hoinghi.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * How the apps log: people at a terminal read one short line an event, machines read JSON. Both go
 * to standard error, so that standard output stays the result. {@code HOINGHI_LOG=text} chooses the
 * former; the launcher sets it where standard error is a terminal. Found by Logback as a service; a
 * {@code logback.xml} on the class path or {@code -Dlogback.configurationFile} takes its place.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
  /** Name of the variable that chooses the form. */
  public static final String VARIABLE = "HOINGHI_LOG";

  private static final String OURS = "vn.hoinghi";

  /** Libraries that tell their life story at INFO; WARN and worse of them is still heard. */
  private static final Map<String, Level> LIBRARIES =
      Map.of(
          "org.apache.kafka", Level.WARN,
          // several clients of one name in one JVM are no fault
          "org.apache.kafka.common.utils.AppInfoParser", Level.ERROR,
          // advice on features that are not used
          "org.apache.kafka.streams.StreamsConfig", Level.ERROR,
          "kafka", Level.WARN,
          "state.change.logger", Level.WARN,
          "io.zonky", Level.WARN,
          "com.zaxxer", Level.WARN,
          "org.flywaydb", Level.WARN,
          "org.eclipse.jetty", Level.WARN);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null
        || Logging.class.getResource("/logback.xml") != null
        || Logging.class.getResource("/logback-test.xml") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName("console");
    console.setTarget("System.err");
    console.setEncoder(json(System.getenv()) ? forMachines(context) : forPeople(context));
    console.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(console);
    LIBRARIES.forEach((name, level) -> context.getLogger(name).setLevel(level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * From how serious an event on the project's own loggers speak.
   *
   * @param level DEBUG, INFO, WARN or ERROR
   */
  public static void level(org.slf4j.event.Level level) {
    set(OURS, Level.convertAnSLF4JLevel(level));
  }

  /** Leaves only errors of a library's logger whose warnings are expected where it is called. */
  public static void onlyErrorsOf(String logger) {
    set(logger, Level.ERROR);
  }

  /** Leaves nothing of a library's logger whose errors are expected and mended elsewhere. */
  public static void nothingOf(String logger) {
    set(logger, Level.OFF);
  }

  private static void set(String logger, Level level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(logger).setLevel(level);
    }
  }

  static boolean json(Map<String, String> environment) {
    return !environment.getOrDefault(VARIABLE, "").toLowerCase(Locale.ROOT).equals("text");
  }

  private static Encoder<ILoggingEvent> forMachines(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> forPeople(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %replace(%msg){'[\\r\\n]+', ' '}%n%ex");
    encoder.start();
    return encoder;
  }
}
