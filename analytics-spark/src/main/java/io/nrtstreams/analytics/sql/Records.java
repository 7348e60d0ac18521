package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kafka's records as the language has them. */
final class Records {

    private Records() {}

    static TopicRecord of(ConsumerRecord<byte[], byte[]> record) {
        List<TopicRecord.Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new TopicRecord.Header(header.key(), header.value())));
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }
}
