package io.nrtstreams.analytics.query.read;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the client as those of the engine. */
public final class ConsumedRecords {

    private ConsumedRecords() {}

    public static TopicRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers(record));
    }

    private static List<TopicRecord.Header> headers(ConsumerRecord<byte[], byte[]> record) {
        List<TopicRecord.Header> headers = new ArrayList<>(0);
        record.headers().forEach(header -> headers.add(new TopicRecord.Header(header.key(), header.value())));
        return headers;
    }
}
