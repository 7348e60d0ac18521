package io.nrtstreams.analytics.host;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Makes the readers of source tasks, in the processes that run them. */
record SourceReaders(JobSettings settings, QueryCounts counts) implements PartitionReaderFactory {

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition task) {
        return new SourceReader((SourceTask) task, settings, counts);
    }
}
