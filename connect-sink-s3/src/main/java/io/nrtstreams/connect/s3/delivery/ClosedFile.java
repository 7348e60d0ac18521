package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import org.apache.kafka.common.TopicPartition;

/** A finished file that is to be published. */
record ClosedFile(Position first, long lastOffset, long records, Segments content) {
    ObjectLink link(TopicPartition source, String writerId) {
        return new ObjectLink(
                source.topic(), source.partition(), first.offset(), lastOffset, records, first.timestamp(), writerId);
    }

    long firstOffset() {
        return first.offset();
    }

    long memory() {
        return content.capacity();
    }
}
