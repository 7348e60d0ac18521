package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.output.OutputSettings;

/**
 * How a host runs.
 *
 * @param checkpoints the folder for all that is to outlive the process, as a path of Hadoop's; jobs make folders of their own
 * @param output Kafka's settings, and the service's id
 * @param batchRecords how many records a batch of a job reads at most, which bounds what it holds in memory
 */
public record HostSettings(String checkpoints, OutputSettings output, Libraries libraries, long batchRecords) {

    /** Bounds a batch of records of some hundred bytes to some hundred MiB over all tasks. */
    public static final long BATCH_RECORDS = 500_000;

    public HostSettings {
        if (batchRecords < 1) {
            throw new IllegalArgumentException("a batch reads one record at least");
        }
    }

    /** Settings with {@link #BATCH_RECORDS}. */
    public static HostSettings of(String checkpoints, OutputSettings output, Libraries libraries) {
        return new HostSettings(checkpoints, output, libraries, BATCH_RECORDS);
    }
}
