package io.nrtstreams.quickstart.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;

/** An object a record: topic, key, value, timestamp (milliseconds since the epoch), headers, source partition, position; truth. */
final class JsonLines implements FeedFormat {
    private final JsonValues values = new JsonValues();

    @Override
    public String line(FeedRecord printed) {
        SourceRecord record = printed.record();
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.MAPPER.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("topic", record.topic());
            raw(json, "key", values.json(record.keySchema(), record.key()));
            raw(json, "value", values.json(record.valueSchema(), record.value()));
            json.writeNumberField("timestamp", record.timestamp());
            headers(json, record);
            json.writeObjectField("partition", record.sourcePartition());
            json.writeNumberField("position", Positions.of(record));
            if (printed.truth().isPresent()) {
                json.writeObjectField("truth", printed.truth().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return line.toString();
    }

    private void headers(JsonGenerator json, SourceRecord record) throws IOException {
        json.writeObjectFieldStart("headers");
        for (Header header : record.headers()) {
            raw(json, header.key(), values.json(header.schema(), header.value()));
        }
        json.writeEndObject();
    }

    private static void raw(JsonGenerator json, String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value);
    }
}
