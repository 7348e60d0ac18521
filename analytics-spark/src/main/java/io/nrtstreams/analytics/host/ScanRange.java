package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.TopicRange;
import java.io.Serializable;
import java.util.List;

/**
 * Records of a topic partition that are read once, for all queries that need just them.
 *
 * @param time the present of the queries' functions, in ms since the epoch
 * @param written whether the queries' direct results are already in Kafka
 */
record ScanRange(TopicRange range, DataLoss onLoss, long time, boolean written, List<JobQuery> queries)
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
        return new ScanRange(range, onLoss, time, written, left);
    }
}
