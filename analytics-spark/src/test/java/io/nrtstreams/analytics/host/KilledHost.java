package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.output.KilledOutput;
import io.nrtstreams.analytics.pipeline.SparkSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * A process that runs a query until it has read all there is, or dies where it is told to. Its arguments are the broker's
 * address, the id of the service, the folder of the checkpoints and the statements.
 */
public final class KilledHost {

    private static final int BATCH_RECORDS = 100;

    private KilledHost() {}

    /** Ends with its parent, too. */
    public static void main(String[] arguments) throws Exception {
        Thread parent = new Thread(KilledHost::untilParentEnds);
        parent.setDaemon(true);
        parent.start();
        Kill.ofProperty().ifPresent(kill -> KilledOutput.at(kill.step(), kill.place(), kill.time(), Kill::die));
        try (SparkSession session = SparkSettings.session(Map.of());
                KafkaTopic topics = new KafkaTopic(arguments[0]);
                SqlHost sql = new SqlHost(
                        session, topics, arguments[0], arguments[1], Path.of(arguments[2]), BATCH_RECORDS)) {
            List<String> queries = sql.run(arguments[3]);
            sql.host().allStarted();
            queries.forEach(sql::awaitDone);
        }
    }

    private static void untilParentEnds() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
