package vn.hoinghi.ingest;

import java.util.List;
import picocli.CommandLine.Option;

/**
 * Options of every command that asks the web for something, to be mixed into it. They only ever
 * open more than the configuration does: by themselves only public addresses are asked, and hosts
 * are found by their names.
 */
public final class WebOptions {
  @Option(
      names = "--allow-address",
      paramLabel = "CIDR",
      description = "Addresses that may be asked beside the public ones; may be repeated.")
  private List<String> allowAddresses = List.of();

  @Option(
      names = "--resolve",
      paramLabel = "HOST=ADDR:PORT",
      description = "Find that host there instead of by its name; may be repeated.")
  private List<String> resolve = List.of();

  /** The same from elsewhere. */
  public static WebOptions of(List<String> allowAddresses, List<String> resolve) {
    var options = new WebOptions();
    options.allowAddresses = List.copyOf(allowAddresses);
    options.resolve = List.copyOf(resolve);
    return options;
  }

  /**
   * Refuses what makes no sense.
   *
   * @throws vn.hoinghi.service.ConfigException where a range or place is none
   */
  public void check(CrawlConfig config) {
    openedIn(config);
  }

  /**
   * The configuration with what was opened on the command line.
   *
   * @throws vn.hoinghi.service.ConfigException where a range or place is none
   */
  CrawlConfig openedIn(CrawlConfig config) {
    return config.opened(allowAddresses, resolve);
  }
}
