package vn.hoinghi.standalone.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.service.ConfigException;

/**
 * The PostgreSQL that a killed JVM leaves behind. It holds the data directory, so the next start
 * would wait in vain; it is ours, found by its pid file, and gets the signal for a fast shutdown.
 */
final class OrphanPostgres {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanPostgres.class);
  private static final int PATIENCE_SECONDS = 30;

  private OrphanPostgres() {}

  /** Ends the server that still runs on {@code data}, if one does. The caller holds the lock. */
  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> orphan = running(pidFile, data);
    if (orphan.isPresent()) {
      LOG.info("stopping PostgreSQL {} of a killed run", orphan.get().pid());
      interrupt(orphan.get());
    }
  }

  private static Optional<ProcessHandle> running(Path pidFile, Path data) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
      return Optional.empty();
    }
    // a pid may have passed to a stranger since: only a postgres on this directory is ours
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(p -> worksOn(p, data));
  }

  private static boolean worksOn(ProcessHandle process, Path data) {
    if (process.info().commandLine().orElse("").contains(data.toString())) {
      return true;
    }
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
    } catch (IOException e) {
      return false;
    }
  }

  private static void interrupt(ProcessHandle orphan) throws IOException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid())).start().waitFor();
      orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConfigException("interrupted while stopping PostgreSQL " + orphan.pid(), e);
    } catch (ExecutionException | TimeoutException e) {
      throw new ConfigException(
          "PostgreSQL " + orphan.pid() + " of a killed run does not stop: end it by hand", e);
    }
  }
}
