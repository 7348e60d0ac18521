package io.nrtstreams.analytics.pipeline;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The settings of the one Spark session. What spark-submit or {@code -Dspark.…} set before wins.
 *
 * <p>They favour latency on one machine: one shuffle partition, as state and results are small; checkpoints written
 * by rename, which is safe for the single writer a query's checkpoint has and saves a third of every batch; queries
 * in fair pools, so that slow file writes do not hold up the quick ones.
 */
public final class SparkSettings {
    private SparkSettings() {}

    /**
     * Starts the session, or finds the one that a host such as Databricks has started.
     *
     * @param environment where {@code NRT_S3_ENDPOINT}, {@code NRT_S3_ACCESS_KEY} and {@code NRT_S3_SECRET_KEY} are
     *     looked up; without them the usual AWS ways to find endpoint and credentials hold
     */
    public static SparkSession session(Map<String, String> environment) {
        return SparkSession.builder().config(conf(new SparkConf(), environment)).getOrCreate();
    }

    /** Adds to what is set already what is not. */
    static SparkConf conf(SparkConf set, Map<String, String> environment) {
        set.setIfMissing("spark.master", "local[2]");
        if (set.get("spark.master").startsWith("local")) {
            // On a cluster the executors have to reach this process: Spark then takes the machine's own name.
            set.setIfMissing("spark.driver.host", "127.0.0.1");
            set.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        settings().forEach(set::setIfMissing);
        objectStore(environment).forEach(set::setIfMissing);
        return set;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.app.name", "nrt-analytics");
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.scheduler.mode", "FAIR");
        // Sessions have no artifacts of their own; with isolation, tasks ask the driver for each class they do not
        // find.
        settings.put("spark.sql.artifact.isolation.enabled", "false");
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put("spark.sql.shuffle.partitions", "1");
        settings.put("spark.sql.adaptive.enabled", "false");
        settings.put(
                "spark.sql.streaming.checkpointFileManagerClass",
                "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager");
        settings.put("spark.sql.streaming.minBatchesToRetain", "10");
        settings.put("spark.hadoop.fs.file.impl", ProcessFreeLocalFileSystem.class.getName());
        settings.put("spark.sql.streaming.stateStore.coordinatorReportSnapshotUploadLag", "false");
        // Partition folders are found by listing, so a table sees what a sink has just written.
        settings.put("spark.sql.hive.manageFilesourcePartitions", "false");
        bounded(settings);
        return settings;
    }

    /** Spark keeps a history of jobs for its UI even when that is off; a process that runs for months keeps little. */
    private static void bounded(Map<String, String> settings) {
        settings.put("spark.ui.retainedJobs", "50");
        settings.put("spark.ui.retainedStages", "50");
        settings.put("spark.ui.retainedTasks", "500");
        settings.put("spark.sql.ui.retainedExecutions", "20");
        settings.put("spark.sql.streaming.ui.retainedQueries", "20");
        settings.put("spark.sql.streaming.numRecentProgressUpdates", "10");
    }

    private static Map<String, String> objectStore(Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>();
        String endpoint = environment.get("NRT_S3_ENDPOINT");
        if (endpoint != null) {
            settings.put("spark.hadoop.fs.s3a.endpoint", endpoint);
            settings.put("spark.hadoop.fs.s3a.endpoint.region", environment.getOrDefault("NRT_S3_REGION", "us-east-1"));
            settings.put("spark.hadoop.fs.s3a.path.style.access", "true");
            boolean encrypted = "https".equals(URI.create(endpoint).getScheme());
            settings.put("spark.hadoop.fs.s3a.connection.ssl.enabled", Boolean.toString(encrypted));
        }
        String accessKey = environment.get("NRT_S3_ACCESS_KEY");
        String secretKey = environment.get("NRT_S3_SECRET_KEY");
        if (accessKey != null && secretKey != null) {
            settings.put("spark.hadoop.fs.s3a.access.key", accessKey);
            settings.put("spark.hadoop.fs.s3a.secret.key", secretKey);
        }
        // Result files are small: they are buffered in memory, one block of 8 MiB for each file being written.
        settings.put("spark.hadoop.fs.s3a.fast.upload.buffer", "bytebuffer");
        settings.put("spark.hadoop.fs.s3a.multipart.size", "8M");
        return settings;
    }
}
