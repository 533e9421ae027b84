package vn.hoinghi.standalone.servers;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoinghi.service.ConfigException;

/** Which tables a command reads. */
public final class TablesOptions {
  @Mixin private TablesPlace place = new TablesPlace();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file; its section 'sink' is read.")
  private Path config;

  /**
   * Reads the tables that are named, or those of the run on this machine.
   *
   * @throws ConfigException where there are none
   */
  public <T> T read(TablesPlace.Reading<T> reading) throws Exception {
    return place.read(config, reading);
  }
}
