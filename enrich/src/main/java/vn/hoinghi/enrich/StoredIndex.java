package vn.hoinghi.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.MemberIndex;

/**
 * The members and their index entries in the state stores. One key a posting (bucket, article), so
 * that no value grows with the number of articles.
 */
class StoredIndex implements MemberIndex {
  static final String MEMBERS = "resolve-members";
  static final String POSTINGS = "resolve-postings";
  private static final byte[] PRESENT = {1};
  private static final int ID_BYTES = 32;
  private static final byte[] LOWEST = new byte[ID_BYTES];
  private static final byte[] HIGHEST = highest();

  private final KeyValueStore<Bytes, byte[]> members;
  private final KeyValueStore<Bytes, byte[]> postings;

  StoredIndex(ProcessorContext<?, ?> context) {
    this(context.getStateStore(MEMBERS), context.getStateStore(POSTINGS));
  }

  StoredIndex(KeyValueStore<Bytes, byte[]> members, KeyValueStore<Bytes, byte[]> postings) {
    this.members = members;
    this.postings = postings;
  }

  @Override
  public Member member(String articleId) {
    return Codec.member(members.get(Codec.key(articleId)));
  }

  /** Stores a member with its postings; one of the same article must have been removed before. */
  void add(Facts facts) {
    replace(facts.member());
    for (long bucket : facts.buckets()) {
      post(bucket, facts.member().articleId());
    }
  }

  /** Stores a member whose postings stay as they are. */
  void replace(Member member) {
    members.put(Codec.key(member.articleId()), Codec.member(member));
  }

  void remove(Facts facts) {
    Bytes key = Codec.key(facts.member().articleId());
    members.delete(key);
    for (long bucket : facts.buckets()) {
      postings.delete(posting(bucket, key.get()));
    }
  }

  void post(long bucket, String articleId) {
    postings.put(posting(bucket, Codec.key(articleId).get()), PRESENT);
  }

  @Override
  public List<String> around(long bucket, String articleId, int limit) {
    Bytes first = posting(bucket, LOWEST);
    Bytes here = posting(bucket, Codec.key(articleId).get());
    Bytes last = posting(bucket, HIGHEST);
    var around = new ArrayList<String>();
    // Nearly every bucket is small: one look at it from the start is all.
    try (var all = postings.range(first, last)) {
      take(all, here, limit + 1, around);
    }
    if (around.size() <= limit) {
      return around;
    }
    around.clear();
    try (var before = postings.reverseRange(first, here);
        var after = postings.range(here, last)) {
      take(before, here, limit, around);
      take(after, here, limit, around);
    }
    Collections.sort(around);
    return around;
  }

  private static void take(
      KeyValueIterator<Bytes, byte[]> entries, Bytes except, int limit, List<String> into) {
    int taken = 0;
    while (taken < limit && entries.hasNext()) {
      KeyValue<Bytes, byte[]> entry = entries.next();
      if (!entry.key.equals(except)) {
        into.add(Codec.hex(entry.key.get(), Long.BYTES, Long.BYTES + ID_BYTES));
        taken++;
      }
    }
  }

  private static byte[] highest() {
    byte[] highest = new byte[ID_BYTES];
    Arrays.fill(highest, (byte) 0xff);
    return highest;
  }

  private static Bytes posting(long bucket, byte[] articleId) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + ID_BYTES).putLong(bucket).put(articleId).array());
  }
}
