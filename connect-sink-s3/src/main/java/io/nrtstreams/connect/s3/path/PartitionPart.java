package io.nrtstreams.connect.s3.path;

import org.apache.kafka.connect.sink.SinkRecord;

/** The Kafka partition as the broker knows it. Remembers the last text, so is not thread-safe. */
final class PartitionPart implements PathPart {
    private int remembered = 0;
    private String text = "0";

    @Override
    public String render(SinkRecord record) {
        int partition = record.originalKafkaPartition();
        if (partition != remembered) {
            remembered = partition;
            text = Integer.toString(partition);
        }
        return text;
    }
}
