import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;
import java.nio.file.Files;
import java.nio.file.Path;

/** crawler4j on the simulated web, without politeness: PORT FOLDER FILE-OF-SEEDS THREADS. */
public class Crawler4jRun {
  public static class Everything extends WebCrawler {
    @Override
    public boolean shouldVisit(Page page, WebURL url) {
      return url.getURL().contains(".example/");
    }
  }

  public static void main(String[] args) throws Exception {
    CrawlConfig config = new CrawlConfig();
    config.setCrawlStorageFolder(args[1]);
    config.setPolitenessDelay(0);
    config.setProxyHost("127.0.0.1");
    config.setProxyPort(Integer.parseInt(args[0]));
    config.setMaxConnectionsPerHost(200);
    config.setMaxTotalConnections(200);
    PageFetcher fetcher = new PageFetcher(config);
    RobotstxtServer robots = new RobotstxtServer(new RobotstxtConfig(), fetcher);
    CrawlController controller = new CrawlController(config, fetcher, robots);
    for (String seed : Files.readAllLines(Path.of(args[2]))) {
      controller.addSeed(seed);
    }
    controller.start(Everything.class, Integer.parseInt(args[3]));
  }
}
