package io.nrtstreams.connect.mock.feed;

import org.apache.kafka.connect.data.Schema;

/**
 * What a device sends.
 *
 * @param key the record's key
 * @param schema schema of {@code value}
 * @param value what {@code schema} says: a String for text
 */
public record Message(String key, Schema schema, Object value) {
    static Message text(String key, String text) {
        return new Message(key, Schema.STRING_SCHEMA, text);
    }
}
