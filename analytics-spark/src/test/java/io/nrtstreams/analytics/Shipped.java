package io.nrtstreams.analytics;

import io.nrtstreams.analytics.config.Environment;
import java.nio.file.Path;
import java.util.Map;

/** The definitions that the project ships, with every table and result folder below one local folder. */
public final class Shipped {
    private Shipped() {}

    /** The folder of the definitions. */
    public static Path folder() {
        return Path.of(System.getProperty("nrt.home")).resolve("connectors-config/pipelines");
    }

    /** The folder of the aggregations in Spark's dialect. */
    public static Path sparkSql() {
        return Path.of(System.getProperty("nrt.home")).resolve("connectors-config/spark-sql");
    }

    /** The recorded load and temperature that the demo replays. */
    public static Path northwest() {
        return Path.of(System.getProperty("nrt.home")).resolve("connectors-config/data/northwest-load-1992-01.csv");
    }

    /** Variables as the launcher sets them. */
    public static Environment environment() {
        return new Environment(Map.of("NRT_BOOTSTRAP", "127.0.0.1:9092", "NRT_S3_BUCKET", "nrt"));
    }

    /** An SQL file of the folder, with the lake moved into a local folder. */
    public static String sql(String file, Path lake) {
        try {
            return java.nio.file.Files.readString(folder().resolve(file))
                    .replace(
                            "s3a://${env:NRT_S3_BUCKET}",
                            lake.toUri().toString().replaceFirst("/$", ""));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
