package io.nrtstreams.analytics;

import io.nrtstreams.analytics.pipeline.SparkSettings;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the test JVM. */
public final class TestSpark {
    private static final SparkSession SESSION = SparkSettings.session(Map.of());

    private TestSpark() {}

    public static SparkSession session() {
        return SESSION;
    }
}
