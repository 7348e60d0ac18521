package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.batch.history.Histories;
import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.TopicRange;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a topic partition that are read once, for all queries that need just them.
 *
 * @param history where what the broker has deleted of them is found; null for nowhere
 * @param time the present of the queries' functions, in ms since the epoch
 * @param written whether the queries' direct results are already in Kafka
 * @param behind whether there was more to read in the partition than the batch takes
 */
record ScanRange(
        TopicRange range,
        DataLoss onLoss,
        Histories.@Nullable Wanted history,
        long time,
        boolean written,
        boolean behind,
        List<JobQuery> queries)
        implements Serializable {

    ScanRange {
        queries = List.copyOf(queries);
    }

    long records() {
        return range.until() - range.from();
    }

    /** The same range for fewer queries. */
    ScanRange without(List<QueryKey> out) {
        List<JobQuery> left =
                queries.stream().filter(query -> !out.contains(query.key())).toList();
        return new ScanRange(range, onLoss, history, time, written, behind, left);
    }
}
