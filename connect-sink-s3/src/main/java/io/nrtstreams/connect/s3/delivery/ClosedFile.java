package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import org.apache.kafka.common.TopicPartition;

/** A finished file that is to be published. */
record ClosedFile(long firstOffset, long lastOffset, long records, long firstTimestamp, Segments content) {
    ObjectLink link(TopicPartition source, String writerId) {
        return new ObjectLink(
                source.topic(), source.partition(), firstOffset, lastOffset, records, firstTimestamp, writerId);
    }

    long memory() {
        return content.capacity();
    }
}
