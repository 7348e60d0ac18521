package io.nrtstreams.analytics.host;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task of a batch reads.
 *
 * @param index of the task in its batch; it writes under this number
 * @param cleared slots of queries that have ended
 */
record SourceTask(long batch, int index, List<ScanRange> scans, List<Integer> cleared) implements InputPartition {

    SourceTask {
        scans = List.copyOf(scans);
        cleared = List.copyOf(cleared);
    }
}
