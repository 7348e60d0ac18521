package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How topics are read here: committed records, without a group, so that nothing is left on the broker. */
final class TopicReading {

    private TopicReading() {}

    static KafkaConsumer<byte[], byte[]> consumer(SqlEnvironment environment) {
        Map<String, Object> settings = new HashMap<>(environment.kafka());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static TopicRecord record(ConsumerRecord<byte[], byte[]> found) {
        List<TopicRecord.Header> headers = List.of();
        if (found.headers().iterator().hasNext()) {
            headers = new ArrayList<>();
            for (Header header : found.headers()) {
                headers.add(new TopicRecord.Header(header.key(), header.value()));
            }
        }
        return new TopicRecord(
                found.topic(),
                found.partition(),
                found.offset(),
                found.timestamp(),
                found.key(),
                found.value(),
                headers);
    }
}
