package vn.hoinghi.enrich;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * RocksDB takes 50 MB of cache and 48 MB of write buffers for every store of every partition unless
 * told otherwise. Here all stores of the process share one bound. Public for Kafka Streams, which
 * makes it by name.
 */
public final class StoreMemory implements RocksDBConfigSetter {
  /**
   * More than half of what a million articles keep; with a quarter of it one costs 1.6 times as
   * much.
   */
  private static final long CACHE_BYTES = 384L * 1024 * 1024;

  private static final long BUFFER_BYTES = 32L * 1024 * 1024;

  private static final double MEMTABLE_FILTER = 0.1;

  /** The share of the cache that data cannot take from indexes and filters. */
  private static final double FILTERS = 0.5;

  private static final int DEFAULT_SHARDS = -1;

  /** Never closed: it lives as long as the process, whatever stores come and go. */
  private static final class Shared {
    static {
      RocksDB.loadLibrary();
    }

    static final Cache CACHE = new LRUCache(CACHE_BYTES, DEFAULT_SHARDS, false, FILTERS);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinL0FilterAndIndexBlocksInCache(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.BUFFERS);
    options.setWriteBufferSize(4L * 1024 * 1024);
    // Most keys that are asked for are in no store: a new article, a bucket of its own.
    options.setOptimizeFiltersForHits(false);
    options.setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER);
    options.setMemtableWholeKeyFiltering(true);
  }

  @Override
  public void close(String storeName, Options options) {
    // nothing of its own
  }
}
