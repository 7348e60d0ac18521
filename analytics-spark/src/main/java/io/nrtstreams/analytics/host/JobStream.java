package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsAdmissionControl;

/** A job's batches as Spark asks for them. Used by the job's thread. */
final class JobStream implements MicroBatchStream, SupportsAdmissionControl {

    private final BatchBrain brain;
    private final PartitionReaderFactory readers;
    private final SparkContext spark;

    JobStream(BatchBrain brain, PartitionReaderFactory readers, SparkContext spark) {
        this.brain = brain;
        this.readers = readers;
        this.spark = spark;
    }

    @Override
    public Offset initialOffset() {
        return JobOffset.START;
    }

    @Override
    public Offset deserializeOffset(String json) {
        return JobOffset.read(json);
    }

    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        try {
            return brain.next((JobOffset) start);
        } catch (InterruptedException e) {
            // Spark stops a job by this; it looks at the flag before it does anything else.
            Thread.currentThread().interrupt();
            return start;
        }
    }

    @Override
    public Offset latestOffset() {
        throw new UnsupportedOperationException("Spark asks a source with limits with the offset it is at");
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        JobOffset from = (JobOffset) start;
        JobOffset until = (JobOffset) end;
        spark.setLocalProperty(Suppressed.PROPERTY, brain.suppressed(from, until));
        return brain.plan(from, until).toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return readers;
    }

    @Override
    public void commit(Offset end) {
        try {
            brain.committed((JobOffset) end);
        } catch (IOException e) {
            throw new UncheckedIOException("what is no longer needed beside the checkpoint cannot be deleted", e);
        }
    }

    @Override
    public void stop() {}
}
