package io.nrtstreams.analytics.pipeline;

import java.util.List;

/** Where a pipeline's rows go. */
sealed interface Sink {
    /** The place, for people. */
    String place();

    /**
     * A topic. The value is the row as a JSON object; the key is the text of the one key column, or a JSON object of
     * several.
     *
     * <p>Spark delivers to Kafka at least once: a batch that is run again after a crash writes its rows again. With
     * update mode and keys that is harmless, as a later row of a key takes the place of the earlier.
     *
     * @param topic the topic
     * @param key the key columns
     */
    record Topic(String topic, List<String> key) implements Sink {
        @Override
        public String place() {
            return "topic " + topic;
        }
    }

    /**
     * Files in a folder of any file system that Hadoop reaches, exactly once: only files that the folder's
     * {@code _spark_metadata} log lists count, and Spark's readers go by that log.
     *
     * @param path the folder, e.g. {@code s3a://bucket/analytics/orders/json}
     * @param format how rows are written
     * @param partitionBy the columns that become folders
     * @param compression Spark's codec name, e.g. {@code none} or {@code gzip}
     */
    record Files(String path, FileFormat format, List<String> partitionBy, String compression) implements Sink {
        @Override
        public String place() {
            return path;
        }
    }

    /** How rows are written to files. */
    enum FileFormat {
        JSON,
        CSV
    }
}
