package vn.hoinghi.standalone.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.hoinghi.ingest.Intake;
import vn.hoinghi.service.ConfigException;

/**
 * What a batch is to read, checked before anything is started.
 *
 * @param in folder of pages, or null
 * @param manifest lines of JSON, or null for the folder's own, or all its pages
 * @param archives WARC files
 * @param addresses file of addresses, one a line, {@code -} for standard input; or null
 * @param sites to be read as a whole
 */
record BatchInputs(
    Path in, Path manifest, List<Path> archives, String addresses, List<String> sites) {
  private static final String STANDARD_INPUT = "-";

  BatchInputs {
    archives = List.copyOf(archives);
    sites = List.copyOf(sites);
    if (in == null && archives.isEmpty() && addresses == null && sites.isEmpty()) {
      throw new ConfigException("nothing to read: give --in, --warc, --urls or --web");
    }
    if (in != null && !Files.isDirectory(in)) {
      throw new ConfigException(in + " is no directory");
    }
    if (in == null && manifest != null) {
      throw new ConfigException("--manifest says which pages of --in, and there is none");
    }
    boolean file = addresses != null && !addresses.equals(STANDARD_INPUT);
    if (file && (Files.isDirectory(Path.of(addresses)) || !Files.isReadable(Path.of(addresses)))) {
      throw new ConfigException("--urls " + addresses + " cannot be read");
    }
  }

  /** Whether anything but a folder is read: then something has to come of it. */
  boolean reachOut() {
    return !archives.isEmpty() || addresses != null || !sites.isEmpty();
  }

  /** Takes all of it in; returns when all is published. */
  void into(Intake intake) {
    if (in != null) {
      intake.folder(in, manifest);
    }
    archives.forEach(intake::archive);
    if (addresses != null) {
      readAddresses(intake);
    }
    if (!sites.isEmpty()) {
      intake.sites(sites);
    }
  }

  private void readAddresses(Intake intake) {
    try (InputStream bytes =
        addresses.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(addresses))) {
      intake.addresses(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(addresses + " cannot be read", e);
    }
  }
}
