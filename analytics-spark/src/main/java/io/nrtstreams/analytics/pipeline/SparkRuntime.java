package io.nrtstreams.analytics.pipeline;

import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
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

    /**
     * Has {@code work} done, once, when Spark ends the application: its cluster has removed or killed it, and nothing can be
     * run any more. Closing Spark is told too, so close what this gives before.
     */
    public AutoCloseable whenEnded(Runnable work) {
        SparkContext context = session.sparkContext();
        SparkListener listener = new SparkListener() {
            @Override
            public void onApplicationEnd(SparkListenerApplicationEnd end) {
                work.run();
            }
        };
        context.addSparkListener(listener);
        return () -> context.removeSparkListener(listener);
    }

    /** Stops Spark. */
    @Override
    public void close() {
        session.stop();
    }
}
