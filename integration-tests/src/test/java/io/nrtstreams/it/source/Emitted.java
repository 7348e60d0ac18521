package io.nrtstreams.it.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is in a topic, or as it must be. Texts have a character for each byte, so that equal texts are equal bytes.
 *
 * @param key null if there is none
 * @param value null in a tombstone
 * @param timestamp milliseconds since the epoch
 * @param headers each {@code name=value}, in their order
 */
public record Emitted(@Nullable String key, @Nullable String value, long timestamp, List<String> headers) {
    static Emitted of(ConsumerRecord<byte[], byte[]> record) {
        return of(record.key(), record.value(), record.timestamp(), record.headers());
    }

    static Emitted of(byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {
        List<String> texts = new ArrayList<>();
        for (Header header : headers) {
            texts.add(header.key() + "=" + text(header.value()));
        }
        return new Emitted(text(key), text(value), timestamp, texts);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
