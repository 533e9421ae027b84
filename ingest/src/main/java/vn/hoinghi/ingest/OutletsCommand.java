package vn.hoinghi.ingest;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.content.KnownOutlet;

/**
 * {@code hoinghi outlets}: the sites that are known to publish, as entries of a configuration that
 * are switched off. Knowing a site visits nobody; whoever wants one read takes its entry.
 */
@Command(
    name = "outlets",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the outlets of Vietnam that are known, as a configuration in which each is switched"
          + " off.",
      "Nobody is crawled by being known: take the entries you want into your own configuration and",
      "their 'enabled: false' away. An entry needs nothing but its host.",
      "",
      "  hoinghi outlets --province 'Nghệ An' > outlets.yaml",
      "  hoinghi outlets baonghean.vn nhandan.vn"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:they are printed", "1:none is known that was asked for"})
public final class OutletsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "HOST", arity = "0..*", description = "Only these hosts.")
  private List<String> hosts = List.of();

  @Option(names = "--province", paramLabel = "NAME", description = "Only those at home there.")
  private String province;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only newspaper, portal, party, agency, ministry or other.")
  private String kind;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<KnownOutlet> chosen = KnownOutlet.all().stream().filter(this::wanted).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (chosen.isEmpty()) {
      spec.commandLine().getErr().println("no outlet is known that fits");
      return 1;
    }
    out.println("ingest:");
    out.println("  outlets:");
    chosen.forEach(outlet -> out.println(entry(outlet)));
    out.flush();
    return 0;
  }

  private boolean wanted(KnownOutlet outlet) {
    return (hosts.isEmpty() || hosts.stream().map(KnownOutlet::key).anyMatch(outlet.host()::equals))
        && (province == null || lower(province).equals(lower(outlet.province())))
        && (kind == null || lower(kind).equals(outlet.kind()));
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static String entry(KnownOutlet outlet) {
    String home = outlet.province() == null ? "" : ", " + outlet.province();
    return "    - {host: "
        + outlet.host()
        + ", enabled: false} # "
        + outlet.name()
        + home
        + ", "
        + outlet.kind();
  }
}
