package vn.hoinghi.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.netpreserve.jwarc.WarcRecord;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/**
 * The way through one archive file from some offset to its end. Each record is kept back until it
 * has turned out to end where it says, checksum included; at a damage the next place where a record
 * begins is looked for, and what lies between is one entry that says so.
 */
final class WarcWalk implements Iterator<Capture> {
  /** Places that look like the beginning of a record and are none, before a file is given up. */
  private static final int MAX_FALSE_STARTS = 100_000;

  /** Bad records in one member, each of which has it unfolded again, before it is given up. */
  private static final int MAX_SEARCHES_INSIDE = 100;

  private final WarcTape tape;
  private final WarcPages pages;
  private final String file;
  private final long begin;
  private final Deque<Capture> ready = new ArrayDeque<>();
  private final Map<String, Long> passed = new TreeMap<>();
  private WarcStretch stretch;
  private Held held;
  private long at;
  private long within;
  private boolean ended;
  private int searchesInside;

  /** Entries of the first stretch that are done with. */
  private long skipping;

  /** A record read and not yet known to be whole; without a page where it is no capture of one. */
  private record Held(Optional<Capture> page, String kind, long from, long inside) {}

  /**
   * @param start from where on
   */
  WarcWalk(String file, WarcTape tape, Capture.Mark start, WarcPages pages) {
    this.file = file;
    this.tape = tape;
    this.pages = pages;
    this.begin = start.position();
    this.at = start.position();
    this.skipping = start.within();
  }

  /** Records that are no captures of a page, by kind, as far as the way has gone. */
  Map<String, Long> passed() {
    return passed;
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty() && !ended) {
        advance();
      }
    } catch (IOException e) {
      ended = true;
      ready.add(
          damage(
              Reason.INPUT_MISSING,
              at,
              at,
              "cannot be read any further: " + e,
              new Capture.Mark(at, 0)));
    }
    return !ready.isEmpty();
  }

  @Override
  public Capture next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void advance() throws IOException {
    if (stretch == null) {
      open();
      return;
    }
    try {
      Optional<WarcRecord> record = stretch.next();
      if (stretch.misfits()) {
        if (stretch.endsEarly()) {
          throw new EOFException("the file ends before its record does");
        }
        throw new Refused(Reason.WARC_MALFORMED, "a record does not end where it says");
      }
      release();
      if (record.isEmpty()) {
        at = stretch.reached();
        close();
      } else {
        held = read(record.get());
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      damaged(e);
    }
  }

  private void open() throws IOException {
    if (at >= tape.size()) {
      ended = true;
      if (begin == 0 && at == 0) {
        ready.add(damage(Reason.WARC_MALFORMED, 0, 0, "empty", Capture.Mark.BEGINNING));
      }
      return;
    }
    stretch = WarcStretch.at(tape, at);
    within = 0;
    if (stretch == null) {
      long from = at;
      at = nextStart(from);
      ready.add(damage(unreadable(from), from, at, unreadableWords(from), new Capture.Mark(at, 0)));
    }
  }

  private Reason unreadable(long from) throws IOException {
    if (at < tape.size()) {
      return Reason.WARC_RESYNC;
    }
    boolean cut = WarcStretch.mayBegin(tape, from);
    return cut ? Reason.WARC_TRUNCATED : from == 0 ? Reason.WARC_MALFORMED : Reason.WARC_RESYNC;
  }

  private String unreadableWords(long from) throws IOException {
    boolean nothing = from == 0 && at >= tape.size();
    return nothing ? WarcPages.looksLike(tape) : "no record begins here";
  }

  private Held read(WarcRecord record) throws IOException {
    long from = stretch.recordAt();
    long inside = stretch.insideAt();
    Optional<Capture> page = pages.page(record, stretch, file + "@" + from + "#" + within);
    record.body().consume();
    if (stretch.reached() > tape.size()) {
      throw new EOFException("the file ends before its record does");
    }
    return new Held(page, pages.kind(record), from, inside);
  }

  /** What was kept back is whole. */
  private void release() throws IOException {
    if (held == null) {
      return;
    }
    Held whole = held;
    held = null;
    long to = stretch.packed() ? stretch.reached() : stretch.recordAt();
    boolean isNew = passes();
    var next = stretch.packed() ? new Capture.Mark(whole.from(), within) : new Capture.Mark(to, 0);
    if (isNew && whole.page().isPresent()) {
      ready.add(whole.page().get().in(new Attempt.Stretch(file, whole.from(), to), next));
    } else if (isNew) {
      passed.merge(whole.kind(), 1L, Long::sum);
    }
  }

  /** Counts one more entry of this stretch; whether it was not done with before. */
  private boolean passes() {
    within++;
    return within > skipping;
  }

  private void damaged(Throwable e) throws IOException {
    boolean alone = stretch.packed() && stretch.records() <= 1;
    if (held != null && !stretch.misfits() && !alone) {
      release();
    }
    boolean packed = stretch.packed();
    boolean gzip = packed && stretch.checked() != null;
    if (packed && stretch.fault() != e && goesOnInside(e)) {
      return;
    }
    boolean late = packed && stretch.records() > 1;
    long begin = packed ? stretch.recordAt() : brokenAt();
    long from = late ? stretch.reached() : begin;
    boolean isRecord = packed || WarcStretch.mayBegin(tape, begin);
    held = null;
    close();
    if (!packed && isMember(begin)) {
      at = begin; // plain records come to their end where packed ones begin
      return;
    }
    at = nextStart(isRecord ? begin + 1 : begin);
    Reason reason = isRecord ? reason(e, gzip, packed) : Reason.WARC_RESYNC;
    ready.add(damage(reason, Math.min(from, at), at, words(e), new Capture.Mark(at, 0)));
  }

  /** One bad record in a member that holds more of them. */
  private boolean goesOnInside(Throwable e) throws IOException {
    long member = stretch.recordAt();
    long broken = held != null ? held.inside() : stretch.insideAt();
    long reached = stretch.reached();
    if (e instanceof WarcStretch.Unpassable || ++searchesInside > MAX_SEARCHES_INSIDE) {
      return false;
    }
    WarcStretch rest = WarcStretch.inside(tape, member, broken + 1);
    if (rest == null) {
      return false;
    }
    stretch.close();
    stretch = rest;
    held = null;
    if (passes()) {
      var next = new Capture.Mark(member, within);
      ready.add(damage(reason(e, false, true), member, reached, words(e), next));
    }
    return true;
  }

  private static String words(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private long brokenAt() {
    return held != null ? held.from() : stretch.recordAt();
  }

  private boolean isMember(long from) throws IOException {
    tape.seek(from);
    return tape.read() == 0x1f && isStart(from);
  }

  private Reason reason(Throwable e, boolean gzip, boolean packed) throws IOException {
    boolean limit = e instanceof Refused refused && refused.reason() == Reason.WARC_LIMIT;
    if (limit || e instanceof WarcStretch.Unpassable) {
      return Reason.WARC_LIMIT;
    }
    if (e instanceof EOFException && at >= tape.size() && (gzip || !packed)) {
      return Reason.WARC_TRUNCATED;
    }
    return gzip ? Reason.WARC_RESYNC : Reason.WARC_MALFORMED;
  }

  /** The next place from there on where a record begins, or the end. */
  private long nextStart(long from) throws IOException {
    tape.seek(from);
    int falseStarts = 0;
    for (long found = tape.seekEither(0x1f, 'W'); found >= 0; found = tape.seekEither(0x1f, 'W')) {
      if (isStart(found)) {
        return found;
      }
      if (tape.position() > found + 4 && ++falseStarts > MAX_FALSE_STARTS) {
        return tape.size();
      }
      tape.seek(found + 1);
    }
    return tape.position();
  }

  private boolean isStart(long candidate) throws IOException {
    try (WarcStretch found = WarcStretch.at(tape, candidate)) {
      return found != null;
    }
  }

  private Capture damage(Reason reason, long from, long to, String problem, Capture.Mark next) {
    return Capture.failed(file + "@" + from, "file:" + file, reason, problem)
        .answered(FetchResult.FAILED, null, to - from)
        .in(new Attempt.Stretch(file, from, to), next);
  }

  private void close() throws IOException {
    stretch.close();
    stretch = null;
    within = 0;
    skipping = 0;
    searchesInside = 0;
  }

  /** Leaves the tape alone and lets go of the rest. */
  void shut() throws IOException {
    if (stretch != null) {
      stretch.close();
    }
    tape.shut();
  }
}
