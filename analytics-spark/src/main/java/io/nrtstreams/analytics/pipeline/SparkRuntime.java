package io.nrtstreams.analytics.pipeline;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark that this process runs on, for those who hand it on without knowing Spark.
 *
 * @param session the session that all others are made from
 */
public record SparkRuntime(SparkSession session) implements AutoCloseable {
    /** Starts Spark with the settings of {@link SparkSettings}. */
    public static SparkRuntime start(Map<String, String> environment) {
        return new SparkRuntime(SparkSettings.session(environment));
    }

    /** Whether all tasks run in this process. */
    public boolean isLocal() {
        return session.sparkContext().isLocal();
    }

    /** Stops Spark. */
    @Override
    public void close() {
        session.stop();
    }
}
