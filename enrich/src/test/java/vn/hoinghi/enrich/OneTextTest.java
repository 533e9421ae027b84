package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Province;
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.enrich.resolve.Leaning;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Resolver;
import vn.hoinghi.schemas.ContentIds;

/**
 * A match that words alone hold is lost when these words crowd, and those whose match it was are
 * resolved again though nothing of theirs changed. Nobody else in the crowd is.
 */
class OneTextTest {
  private static final EnrichTopology.Order RIGHT = EnrichTopology.Order.CANONICAL;

  /** Given members of which nothing tells but one text, or that meet in small numbers otherwise. */
  private static List<Member> members(Leaning leaning) {
    IntFunction<ConferenceMention> told =
        leaning == Leaning.TEXT_ALONE ? i -> undated() : i -> heldOn(1 + i % 6);
    int number = leaning == Leaning.TEXT_ALONE ? 60 : 300;
    var news = new GeneratedNews(11, 1, 1).next();
    var members = new ArrayList<Member>();
    for (int i = 0; i < number; i++) {
      members.add(member("https://bao.example/" + i, i, news.member(), told.apply(i)));
    }
    Collections.shuffle(members, new Random(5));
    return members;
  }

  @ParameterizedTest
  @EnumSource
  void whoLosesAMatchAsWordsCrowdIsResolvedAgain(Leaning leaning) {
    List<Member> members = members(leaning);
    SortedMap<String, Integer> plain = plain(members);
    assertThat(plain.values()).anySatisfy(sources -> assertThat(sources).isGreaterThan(1));
    assertThat(live(RIGHT, members)).isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource
  void toForgetOnWhatAMatchLeansIsFound(Leaning leaning) {
    List<Member> members = members(leaning);
    var planted =
        new EnrichTopology.Order(
            RIGHT.revisions(),
            RIGHT.sources(),
            context -> new Careless(context, leaning),
            RIGHT.corrections(),
            RIGHT.assembly());
    assertThat(live(planted, members)).isNotEqualTo(plain(members));
  }

  /** Takes it that no match leans on that. */
  private static final class Careless extends StoredIndex {
    private final Leaning unseen;

    Careless(ProcessorContext<?, ?> context, Leaning unseen) {
      super(context);
      this.unseen = unseen;
    }

    @Override
    public boolean leans(String articleId, Leaning on) {
      return on != unseen && super.leans(articleId, on);
    }
  }

  /** Sources by event, as the plain function finds them. */
  private static SortedMap<String, Integer> plain(List<Member> members) {
    var events = new TreeMap<String, Integer>();
    Resolver.resolve(members).forEach(e -> events.put(e.getEventId(), e.getSourceCount()));
    return events;
  }

  /** The same as readers of the events topic hold it when one after the other came in. */
  private static SortedMap<String, Integer> live(EnrichTopology.Order order, List<Member> members) {
    MockProcessorContext<byte[], Resolved> context = RevivedTaskTest.stores();
    var resolver = EnrichTopology.resolving(order, new Tally(new SimpleMeterRegistry())).get();
    resolver.init(context);
    for (Member m : members) {
      byte[] key = Codec.key(m.articleId()).get();
      resolver.process(new Record<>(key, Membership.join(m), 0));
    }
    var live = new TreeMap<String, Integer>();
    for (var forwarded : context.forwarded()) {
      if (forwarded.record().value() instanceof Resolved.Now now) {
        String id = FloodTest.id(forwarded.record().key());
        ConferenceEvent event = now.event();
        live.remove(id);
        if (event != null) {
          live.put(id, event.getSourceCount());
        }
      }
    }
    return live;
  }

  private static ConferenceMention undated() {
    return ConferenceMention.newBuilder().setType(ConferenceType.STUDY).build();
  }

  private static ConferenceMention heldOn(int day) {
    return ConferenceMention.newBuilder()
        .setType(ConferenceType.STUDY)
        .setLevel(Level.PROVINCE)
        .setProvince(new Province("83", "Bến Tre"))
        .setOrganiser("Ban Thường vụ Tỉnh ủy Bến Tre")
        .setStartDate("2020-12-" + (10 + day))
        .build();
  }

  private static Member member(String url, long ingested, Member told, ConferenceMention mention) {
    return new Member(
        ContentIds.articleId(url),
        "vn",
        url,
        "bao.example",
        told.title(),
        null,
        ingested,
        told.fetchedAt(),
        null,
        told.rulesVersion(),
        told.sketch(),
        mention);
  }
}
