package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of /query: an array of objects that say what they are. Where more may come at any time, the comma and the line
 * end go right behind each element, since clients read line by line; a last element then always follows. Otherwise they go
 * before the next element, so that there is none before the closing bracket.
 */
final class RowElements implements AnswerFormat {

    private final MediaType type;
    private boolean isOpenEnded;

    RowElements(MediaType type) {
        this.type = type;
    }

    @Override
    public String contentType() {
        return type.toString();
    }

    @Override
    public boolean isFramed() {
        return false;
    }

    @Override
    public void begin(JsonGenerator out, ResultHeader header) throws IOException {
        isOpenEnded = header.queryId().isPresent();
        out.writeRaw('[');
        out.writeStartObject();
        out.writeObjectFieldStart("header");
        out.writeStringField("queryId", header.queryId().orElse(null));
        out.writeStringField("schema", schema(header));
        out.writeEndObject();
        out.writeEndObject();
        endElement(out);
    }

    /** The columns as SQL text. Keys are told in look-ups only, as rows of running queries have none. */
    private String schema(ResultHeader header) {
        return header.columns().stream()
                .map(column -> "`" + column.name().replace("`", "``") + "` " + column.type()
                        + (column.isKey() && !isOpenEnded ? " KEY" : ""))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void row(JsonGenerator out, ResultRow row) throws IOException {
        beginElement(out);
        out.writeStartObject();
        out.writeObjectFieldStart("row");
        out.writeFieldName("columns");
        ValueJson.write(out, row.values());
        if (row.isTombstone()) {
            out.writeBooleanField("tombstone", true);
        }
        out.writeEndObject();
        out.writeEndObject();
        endElement(out);
    }

    @Override
    public void end(JsonGenerator out, Optional<String> finalMessage) throws IOException {
        if (isOpenEnded || finalMessage.isPresent()) {
            beginElement(out);
            out.writeStartObject();
            out.writeStringField("finalMessage", finalMessage.orElse("Query Completed"));
            out.writeEndObject();
        }
        out.writeRaw("]\n");
    }

    @Override
    public void fail(JsonGenerator out, RestError error) throws IOException {
        beginElement(out);
        out.writeStartObject();
        out.writeFieldName("errorMessage");
        out.writeRawValue(error.json().toString());
        out.writeEndObject();
        out.writeRaw("]\n");
    }

    private void beginElement(JsonGenerator out) throws IOException {
        if (!isOpenEnded) {
            out.writeRaw(",\n");
        }
    }

    private void endElement(JsonGenerator out) throws IOException {
        if (isOpenEnded) {
            out.writeRaw(",\n");
        }
    }
}
