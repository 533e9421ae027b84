package vn.hoinghi.enrich;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.enrich.resolve.Around;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Leaning;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.MemberIndex;

/** The members and their index entries in the state stores. */
class StoredIndex implements MemberIndex {
  static final String MEMBERS = "resolve-members";
  static final String POSTINGS = "resolve-postings";

  private final KeyValueStore<Bytes, byte[]> members;
  private final Postings postings;
  private final Leanings leanings;

  StoredIndex(ProcessorContext<?, ?> context) {
    this(context.getStateStore(MEMBERS), context.getStateStore(POSTINGS));
  }

  StoredIndex(KeyValueStore<Bytes, byte[]> members, KeyValueStore<Bytes, byte[]> postings) {
    this.members = members;
    var presence =
        new Presence(postings, length -> length == Long.BYTES || length == Leanings.KEY_BYTES);
    this.postings = new Postings(postings, presence);
    this.leanings = new Leanings(postings, presence);
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
    postings.write();
  }

  /** Stores a member whose postings stay as they are. */
  void replace(Member member) {
    members.put(Codec.key(member.articleId()), Codec.member(member));
  }

  void remove(Facts facts) {
    members.delete(Codec.key(facts.member().articleId()));
    for (long bucket : facts.buckets()) {
      postings.remove(bucket, facts.member().articleId());
    }
    postings.write();
    leanings.forget(facts.member().articleId());
  }

  /** Notes a posting, which is written with the member's others. */
  void post(long bucket, String articleId) {
    postings.add(bucket, articleId);
  }

  @Override
  public Around around(long bucket, String articleId) {
    return postings.around(bucket, articleId);
  }

  @Override
  public void lean(String articleId, Leaning on) {
    leanings.note(articleId, on);
  }

  @Override
  public boolean leans(String articleId, Leaning on) {
    return leanings.has(articleId, on);
  }
}
