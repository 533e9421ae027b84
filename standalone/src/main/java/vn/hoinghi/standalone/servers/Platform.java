package vn.hoinghi.standalone.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.service.ConfigException;

/**
 * What this machine is, as far as the embedded servers care, and where it keeps what can be made
 * again.
 */
final class Platform {
  private Platform() {}

  /**
   * Refuses a machine for which no PostgreSQL binaries are on the class path.
   *
   * @throws ConfigException naming the way that works everywhere
   */
  static void requirePostgres() {
    String resource = "/" + binaries(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (Platform.class.getResource(resource) == null) {
      throw new ConfigException(
          "there is no embedded PostgreSQL for %s on %s (there is for Linux on x86-64 and arm64, and"
                  .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
              + " for macOS when built there): run 'hoinghi ingest', 'enrich' and 'sink' against a"
              + " Kafka and a PostgreSQL of your own");
    }
  }

  /** Name under which the binaries of a platform lie in their jar. */
  static String binaries(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : "other";
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return "postgres-%s-%s.txz".formatted(system, arch);
  }

  /** Where unpacked binaries stay between runs. */
  static Path cache() {
    return cache(
        System.getenv(), System.getProperty("user.home"), System.getProperty("java.io.tmpdir"));
  }

  static Path cache(Map<String, String> environment, String home, String temporary) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!named.isEmpty()) {
      return Path.of(named, "hoinghi");
    }
    Path ofHome = Path.of(home == null ? "?" : home);
    return ofHome.isAbsolute() && Files.isWritable(ofHome)
        ? ofHome.resolve(".cache/hoinghi")
        : Path.of(temporary, "hoinghi-cache-" + System.getProperty("user.name"));
  }
}
