package vn.hoinghi.enrich;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.resolve.Corrections;
import vn.hoinghi.enrich.resolve.Member;

/**
 * People's corrections as they stand, and the members that they hold out: a retracted article waits
 * here in its newest revision, and returns when the retraction is undone.
 */
class StoredCorrections {
  static final String CORRECTIONS = "resolve-corrections";
  static final String RETRACTED = "resolve-retracted";

  private final KeyValueStore<Bytes, byte[]> stored;
  private final KeyValueStore<Bytes, byte[]> retracted;
  private final Corrections all = new Corrections();

  StoredCorrections(ProcessorContext<?, ?> context) {
    this.stored = context.getStateStore(CORRECTIONS);
    this.retracted = context.getStateStore(RETRACTED);
    try (var known = stored.all()) {
      known.forEachRemaining(entry -> all.add(Codec.correction(entry.value)));
    }
  }

  Corrections all() {
    return all;
  }

  /** Whether a record changes what stands under its id. */
  boolean counts(Correction record) {
    return all.counts(record);
  }

  /** What stood under the id of this record stands no more; names its articles. */
  List<String> remove(Correction record) {
    return all.remove(record.getCorrectionId());
  }

  /** This record stands under its id from now on; names its articles. */
  List<String> add(Correction record) {
    stored.put(Codec.key(record.getCorrectionId()), Codec.correction(record));
    return all.add(record);
  }

  /** Whether the article is retracted; then what is new of it is kept for its return. */
  boolean holdOut(Membership change) {
    if (!all.retracts(change.articleId())) {
      return false;
    }
    if (change.kind() == Membership.Kind.JOIN) {
      holdOut(change.member());
    } else if (change.kind() == Membership.Kind.LEAVE) {
      retracted.delete(Codec.key(change.articleId()));
    } else {
      Member known = Codec.member(retracted.get(Codec.key(change.articleId())));
      if (known != null) {
        holdOut(known.withFirstIngestedAt(change.firstIngestedAt()));
      }
    }
    return true;
  }

  void holdOut(Member member) {
    retracted.put(Codec.key(member.articleId()), Codec.member(member));
  }

  /** The member that was held out, to return; null where there is none. */
  Member release(String articleId) {
    return Codec.member(retracted.delete(Codec.key(articleId)));
  }
}
