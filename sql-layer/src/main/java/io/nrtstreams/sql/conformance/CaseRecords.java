package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseWindow;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.InferringFormat;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records of cases as bytes and back, for one topic. JSON and DELIMITED texts pass as they stand, so that what the engine
 * reads and writes is seen and not what a codec makes of it.
 */
public final class CaseRecords {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TopicLayout layout;
    private final Side key;
    private final Side value;

    /** For a topic of this layout. */
    public CaseRecords(TopicLayout layout, Formats formats) {
        this.layout = layout;
        this.key = new Side(layout.keyFormat(), layout.schema().key(), Part.KEY, layout.topic(), formats);
        this.value = new Side(layout.valueFormat(), layout.schema().value(), Part.VALUE, layout.topic(), formats);
    }

    /** The record that a case describes. */
    public TopicRecord encode(CaseRecord input, long offset) {
        return new TopicRecord(
                layout.topic(),
                0,
                offset,
                input.timestamp().orElse(0L),
                windowed(key.encode(input.key()), input.window()),
                value.encode(input.value()),
                input.headers().map(CaseRecords::headers).orElse(List.of()));
    }

    private static List<TopicRecord.Header> headers(JsonNode json) {
        List<TopicRecord.Header> headers = new ArrayList<>();
        json.forEach(header -> headers.add(
                new TopicRecord.Header(SqlJson.find(header, "KEY").asText(), bytes(SqlJson.find(header, "VALUE")))));
        return headers;
    }

    private static byte @Nullable [] bytes(JsonNode base64) {
        return base64.isTextual() ? Base64.getDecoder().decode(base64.textValue()) : null;
    }

    private static byte @Nullable [] windowed(byte @Nullable [] key, Optional<CaseWindow> window) {
        if (key == null || window.isEmpty()) {
            return key;
        }
        CaseWindow bounds = window.get();
        ByteBuffer bytes =
                ByteBuffer.allocate(key.length + (bounds.session() ? 16 : 8)).put(key);
        if (bounds.session()) {
            bytes.putLong(bounds.end());
        }
        return bytes.putLong(bounds.start()).array();
    }

    /** A record as cases describe it. */
    public CaseRecord decode(TopicRecord output) throws DecodeException {
        return new CaseRecord(
                output.topic(),
                key.decode(bare(output.key())),
                value.decode(output.value()),
                Optional.of(output.timestamp()),
                window(output.key()),
                Optional.of(headers(output.headers())));
    }

    private static JsonNode headers(List<TopicRecord.Header> headers) {
        ArrayNode array = NODES.arrayNode();
        for (TopicRecord.Header header : headers) {
            ObjectNode object = array.addObject().put("KEY", header.key());
            byte[] bytes = header.value();
            object.put("VALUE", bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
        }
        return array;
    }

    private byte @Nullable [] bare(byte @Nullable [] bytes) {
        return bytes == null || layout.window().isEmpty()
                ? bytes
                : ByteBuffer.allocate(bytes.length - suffix())
                        .put(bytes, 0, bytes.length - suffix())
                        .array();
    }

    private int suffix() {
        return isSession() ? 16 : 8;
    }

    private boolean isSession() {
        return layout.window()
                .filter(window -> window.kind() == KeyWindow.Kind.SESSION)
                .isPresent();
    }

    private Optional<CaseWindow> window(byte @Nullable [] bytes) {
        if (bytes == null || layout.window().isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, bytes.length - suffix(), suffix());
        if (isSession()) {
            long end = buffer.getLong();
            return Optional.of(new CaseWindow(buffer.getLong(), end, true));
        }
        long start = buffer.getLong();
        long size = layout.window().orElseThrow().size().orElseThrow().toMillis();
        return Optional.of(new CaseWindow(start, start + size, false));
    }

    /** A record's key or value. */
    private static final class Side {

        private final FormatSpec spec;
        private final List<Column> columns;
        private final Part part;
        private final String topic;
        private final Formats formats;

        Side(FormatSpec spec, List<Column> columns, Part part, String topic, Formats formats) {
            this.spec = spec;
            this.columns = columns;
            this.part = part;
            this.topic = topic;
            this.formats = formats;
        }

        private boolean isText(JsonNode json) {
            return spec.name().equals("JSON") || (spec.name().equals("DELIMITED") && json.isValueNode());
        }

        byte @Nullable [] encode(JsonNode json) {
            if (json.isNull() || json.isMissingNode() || columns.isEmpty()) {
                return null;
            }
            if (isText(json)) {
                String text = spec.name().equals("JSON") ? json.toString() : json.asText();
                return text.getBytes(StandardCharsets.UTF_8);
            }
            return formats.find(spec.name()).codec(spec, columns, part, topic).encode(columns(json));
        }

        private @Nullable Object[] columns(JsonNode json) {
            boolean bare = columns.size() == 1 && !isRecord(json);
            return columns.stream()
                    .map(column -> SqlJson.value(bare ? json : SqlJson.find(json, column.name()), column.type()))
                    .toArray();
        }

        /** Whether the one column stands inside an object and is not the object itself. */
        private boolean isRecord(JsonNode json) {
            return json.isObject() && !SqlJson.find(json, columns.get(0).name()).isMissingNode();
        }

        JsonNode decode(byte @Nullable [] bytes) throws DecodeException {
            if (bytes == null) {
                return NODES.nullNode();
            }
            if (spec.name().equals("JSON")) {
                return json(bytes);
            }
            if (spec.name().equals("DELIMITED")) {
                return NODES.textNode(new String(bytes, StandardCharsets.UTF_8));
            }
            Format format = formats.find(spec.name());
            List<Column> written = written(format);
            @Nullable Object @Nullable [] values =
                    format.codec(spec, written, part, topic).decode(bytes);
            return values == null ? NODES.nullNode() : object(written, values);
        }

        /** All that the records hold: a schema named by its id may have more than the columns. */
        private List<Column> written(Format format) {
            return format instanceof InferringFormat inferring
                            && spec.properties().containsKey("SCHEMA_ID")
                    ? inferring.columns(spec, part, topic)
                    : columns;
        }

        private JsonNode object(List<Column> written, @Nullable Object[] values) {
            if (written.size() == 1 && !isWrapped()) {
                return SqlJson.json(values[0]);
            }
            ObjectNode object = NODES.objectNode();
            for (int i = 0; i < written.size(); i++) {
                object.set(written.get(i).name(), SqlJson.json(values[i]));
            }
            return object;
        }

        private boolean isWrapped() {
            // A message has fields; there is no such thing as a bare value.
            return spec.name().startsWith("PROTOBUF")
                    || (part == Part.VALUE
                            && !spec.name().equals("KAFKA")
                            && !spec.wrapSingle().equals(Optional.of(false)));
        }

        private static JsonNode json(byte[] bytes) {
            try {
                return CaseFile.JSON.readTree(bytes);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the engine wrote what is not JSON: " + e.getOriginalMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
