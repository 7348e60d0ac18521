package io.nrtstreams.connect.cleaning;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Headers;

/** How reasons are written into headers. */
enum ReasonHeaders {
    /** As text, which most header converters take. */
    STRING {
        @Override
        void add(Headers headers, String name, String text) {
            headers.addString(name, text);
        }
    },
    /** As bytes in UTF-8, which is all that a ByteArrayConverter takes. */
    BYTES {
        @Override
        void add(Headers headers, String name, String text) {
            headers.add(name, text.getBytes(StandardCharsets.UTF_8), Schema.BYTES_SCHEMA);
        }
    };

    abstract void add(Headers headers, String name, String text);
}
