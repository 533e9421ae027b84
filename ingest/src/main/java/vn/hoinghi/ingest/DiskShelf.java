package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;

/**
 * A shelf in the cache on disk. One table holds the entries (shelf, URL), the other their order
 * (shelf, time, listings first, URL). What was taken from the front of an ordered table still lies
 * there as so many deletions to be stepped over; so reading begins where it found the last one.
 */
final class DiskShelf implements UrlShelf {
  private static final int KEY_BYTES = Integer.BYTES;
  private static final int DUE_BYTES = KEY_BYTES + Long.BYTES + 1;

  private final DiskShelves disk;
  private final int number;
  private byte[] front;

  DiskShelf(DiskShelves disk, int number) {
    this.disk = disk;
    this.number = number;
    this.front = DiskShelves.prefix(number);
  }

  @Override
  public KnownUrl get(String url) {
    byte[] key = key(url.getBytes(StandardCharsets.UTF_8));
    return disk.use((db, states, due, writing) -> entry(db.get(states, key)));
  }

  @Override
  public void put(KnownUrl before, KnownUrl now) {
    byte[] url = now.key().getBytes(StandardCharsets.UTF_8);
    byte[] place = place(now, url);
    byte[] value = bytes(now);
    disk.use(
        (db, states, due, writing) -> {
          try (var batch = new WriteBatch()) {
            if (before != null) {
              batch.delete(due, place(before, url));
            }
            batch.put(states, key(url), value);
            batch.put(due, place, new byte[0]);
            db.write(writing, batch);
          }
          return null;
        });
    if (Arrays.compareUnsigned(place, front) < 0) {
      front = place;
    }
  }

  @Override
  public KnownUrl first() {
    byte[] found =
        disk.use(
            (db, states, due, writing) -> {
              try (var end = new Slice(DiskShelves.prefix(number + 1));
                  var options = new ReadOptions().setIterateUpperBound(end);
                  RocksIterator places = db.newIterator(due, options)) {
                places.seek(front);
                return places.isValid() ? places.key() : null;
              }
            });
    if (found == null) {
      return null;
    }
    front = found;
    return get(new String(found, DUE_BYTES, found.length - DUE_BYTES, StandardCharsets.UTF_8));
  }

  @Override
  public void read(Predicate<KnownUrl> reader) {
    byte[] all = DiskShelves.prefix(number);
    disk.use(
        (db, states, due, writing) -> {
          try (var end = new Slice(DiskShelves.prefix(number + 1));
              var options = new ReadOptions().setIterateUpperBound(end);
              RocksIterator places = db.newIterator(due, options)) {
            boolean more = true;
            for (places.seek(all); more && places.isValid(); places.next()) {
              byte[] place = places.key();
              byte[] url = Arrays.copyOfRange(place, DUE_BYTES, place.length);
              more = reader.test(entry(db.get(states, key(url))));
            }
          }
          return null;
        });
  }

  @Override
  public void close() {
    disk.use(
        (db, states, due, writing) -> {
          byte[] from = DiskShelves.prefix(number);
          byte[] to = DiskShelves.prefix(number + 1);
          db.deleteRange(states, writing, from, to);
          db.deleteRange(due, writing, from, to);
          return null;
        });
  }

  private byte[] key(byte[] url) {
    return ByteBuffer.allocate(KEY_BYTES + url.length).putInt(number).put(url).array();
  }

  /** Sorts as {@link KnownUrl#DUE} does. */
  private byte[] place(KnownUrl known, byte[] url) {
    long at = known.state().getNextVisitAt().toEpochMilli();
    return ByteBuffer.allocate(DUE_BYTES + url.length)
        .putInt(number)
        .putLong(at ^ Long.MIN_VALUE)
        .put((byte) (known.state().getKind() == FetchKind.ARTICLE ? 1 : 0))
        .put(url)
        .array();
  }

  private static byte[] bytes(KnownUrl known) {
    try {
      ByteBuffer state = FetchState.getEncoder().encode(known.state());
      return ByteBuffer.allocate(1 + state.remaining())
          .put((byte) (known.unsettled() ? 1 : 0))
          .put(state)
          .array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownUrl entry(byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      var state = ByteBuffer.wrap(value, 1, value.length - 1).slice();
      return new KnownUrl(FetchState.getDecoder().decode(state), value[0] == 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
