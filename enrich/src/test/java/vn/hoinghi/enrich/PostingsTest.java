package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.enrich.resolve.Around;
import vn.hoinghi.schemas.ContentIds;

/** Who stands in a bucket is the same whether it is remembered, read anew, small or large. */
class PostingsTest {
  private static final long BUCKET = 42;

  private final KeyValueStore<Bytes, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("postings"), Serdes.Bytes(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private final Random random = new Random(3);

  @BeforeEach
  void openTheStore() {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 18, 40, 256, 257, 2_500})
  void aBucketHoldsThoseWhoCameAndDidNotLeave(int size) {
    comeAndGo(size, BUCKET);
    comeAndGo(size, BUCKET | 1); // of the text
  }

  private void comeAndGo(int size, long bucket) {
    var postings = postings();
    List<String> articles = articles(size);
    articles.forEach(a -> postings.add(bucket, a));
    postings.write();
    holds(articles, bucket, postings, postings());
    // When all but a few leave, and some return
    List<String> leaving = articles.subList(0, Math.max(1, size - 2));
    leaving.forEach(a -> leave(postings, bucket, a));
    holds(articles.subList(leaving.size(), size), bucket, postings, postings());
    articles.subList(0, size / 2).forEach(a -> postings.add(bucket, a));
    postings.write();
    var there = new TreeSet<String>(articles.subList(leaving.size(), size));
    there.addAll(articles.subList(0, size / 2));
    holds(List.copyOf(there), bucket, postings, postings());
  }

  private Postings postings() {
    return new Postings(store, new Presence(store, length -> length == Long.BYTES));
  }

  private static void leave(Postings postings, long bucket, String article) {
    postings.remove(bucket, article);
    postings.write();
  }

  private void holds(List<String> articles, long bucket, Postings... all) {
    List<String> sorted = articles.stream().sorted().toList();
    for (Postings postings : all) {
      for (String article : sorted.subList(0, Math.min(20, sorted.size()))) {
        same(postings.around(bucket, article), Around.in(sorted, article));
      }
      assertThat(postings.around(bucket, "00".repeat(32)).others(0)).isEqualTo(sorted);
    }
  }

  private void same(Around found, Around expected) {
    for (int bits = 0; bits < 20; bits++) {
      assertThat(found.count(bits)).as("%s bits", bits).isEqualTo(expected.count(bits));
    }
    int bits = random.nextInt(9);
    assertThat(found.others(bits)).isEqualTo(expected.others(bits));
    assertThat(found.others(0)).isEqualTo(expected.others(0));
    assertThat(found.count(256)).isZero();
  }

  private List<String> articles(int size) {
    List<String> articles =
        new java.util.ArrayList<>(
            IntStream.range(0, size)
                .mapToObj(i -> ContentIds.articleId("https://a/" + i))
                .toList());
    Collections.shuffle(articles, random);
    return articles;
  }
}
