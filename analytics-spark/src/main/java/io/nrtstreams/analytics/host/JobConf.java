package io.nrtstreams.analytics.host;

import java.util.LinkedHashMap;
import java.util.Map;

/** Spark's settings for a job, beside those of the session. */
final class JobConf {

    private static final String STATE = "spark.sql.streaming.stateStore.";

    private JobConf() {}

    /**
     * The settings.
     *
     * @param partitions of the keyed stages; Spark refuses another number for the same checkpoint
     */
    static Map<String, String> of(int partitions) {
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("spark.sql.shuffle.partitions", Integer.toString(partitions));
        conf.put("spark.sql.adaptive.enabled", "false");
        conf.put("spark.sql.streaming.noDataMicroBatches.enabled", "false");
        conf.put(STATE + "providerClass", "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider");
        conf.put(STATE + "rocksdb.changelogCheckpointing.enabled", "true");
        conf.put(STATE + "encodingFormat", "avro");
        // Files of state have names of their own for each attempt: what a failed attempt has left, or is still writing,
        // is
        // never taken for the state of the attempt that succeeded, which may have left a query out.
        conf.put(STATE + "checkpointFormatVersion", "2");
        // Else each put looks up first whether the key is there.
        conf.put(STATE + "rocksdb.trackTotalNumberOfRows", "false");
        conf.put(STATE + "rocksdb.boundedMemoryUsage", "true");
        conf.put(STATE + "rocksdb.maxMemoryUsageMB", "256");
        // A snapshot flushes RocksDB; with batches of 100 ms the default of 10 would do so every second.
        conf.put(STATE + "minDeltasForSnapshot", "100");
        return conf;
    }
}
