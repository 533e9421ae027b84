package vn.hoinghi.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.FileLease;

/**
 * A million URLs are too much for the heap, and their home is Kafka. So the states that an owner
 * has read are kept at hand in a cache on disk (RocksDB): it is empty at every start, nobody relies
 * on what is in it, and it takes some ten megabytes of memory for any number of URLs. One process
 * has one directory, which it finds free again after a crash.
 */
final class DiskShelves implements AutoCloseable {
  private static final int MAX_PROCESSES = 256;
  private static final long CACHE_BYTES = 16L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 8L * 1024 * 1024;
  private static final int BLOOM_BITS = 10;

  private final FileLease lease;
  private final Path directory;
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private final AtomicInteger shelves = new AtomicInteger();
  private final WriteOptions noLog;
  private final RocksDB db;
  private final ColumnFamilyHandle states;
  private final ColumnFamilyHandle due;
  private boolean closed;

  private DiskShelves(Path directory, FileLease lease) throws RocksDBException {
    this.directory = directory;
    this.lease = lease;
    RocksDB.loadLibrary();
    try (var destroying = new Options()) {
      RocksDB.destroyDB(directory.toString(), destroying);
    }
    noLog = keep(new WriteOptions().setDisableWAL(true));
    var table =
        new BlockBasedTableConfig()
            .setBlockCache(keep(new LRUCache(CACHE_BYTES)))
            .setFilterPolicy(keep(new BloomFilter(BLOOM_BITS)))
            .setCacheIndexAndFilterBlocks(true);
    var family =
        keep(
            new ColumnFamilyOptions()
                .setTableFormatConfig(table)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION));
    var options =
        keep(
            new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                // Threads whose writes meet would spin for a while before they wait.
                .setEnableWriteThreadAdaptiveYield(false)
                .setMaxOpenFiles(256)
                .setKeepLogFileNum(1)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL));
    var handles = new ArrayList<ColumnFamilyHandle>();
    db =
        RocksDB.open(
            options,
            directory.toString(),
            List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, family),
                new ColumnFamilyDescriptor(
                    "due".getBytes(java.nio.charset.StandardCharsets.UTF_8), family)),
            handles);
    states = handles.get(0);
    due = handles.get(1);
  }

  /**
   * Opens an empty cache.
   *
   * @param base directory that the processes of this machine share for it
   * @throws ConfigException where nothing can be written there
   */
  static DiskShelves in(Path base) {
    try {
      Files.createDirectories(base);
      for (int i = 0; i < MAX_PROCESSES; i++) {
        var lease = FileLease.take(base.resolve(i + ".lease"));
        if (lease.isPresent()) {
          return new DiskShelves(Files.createDirectories(base.resolve("" + i)), lease.get());
        }
      }
      throw new ConfigException("ingest.cacheDir: too many processes use " + base);
    } catch (IOException | RocksDBException e) {
      throw new ConfigException("ingest.cacheDir: nothing can be kept in " + base + ": " + e, e);
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.add(part);
    return part;
  }

  /** A new shelf, empty. */
  UrlShelf shelf() {
    return new DiskShelf(this, shelves.incrementAndGet());
  }

  /** A use of the database, during which it stays open. */
  interface Use<T> {
    T of(RocksDB db, ColumnFamilyHandle states, ColumnFamilyHandle due, WriteOptions writing)
        throws RocksDBException;
  }

  /**
   * @throws LostLedgerException where the cache is closed or the disk is full: whoever asks has no
   *     basis to work on any more
   */
  <T> T use(Use<T> use) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new LostLedgerException("closed", null);
      }
      return use.of(db, states, due, noLog);
    } catch (RocksDBException e) {
      throw new LostLedgerException("cache of known URLs in " + directory + ": " + e, e);
    } finally {
      open.readLock().unlock();
    }
  }

  /** Key prefix of a shelf. */
  static byte[] prefix(int shelf) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(shelf).array();
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        states.close();
        due.close();
        db.close();
        for (int i = parts.size() - 1; i >= 0; i--) {
          parts.get(i).close();
        }
        try (var destroying = new Options()) {
          RocksDB.destroyDB(directory.toString(), destroying);
        }
        lease.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("cache in " + directory + " did not close", e);
    } finally {
      open.writeLock().unlock();
    }
  }
}
