package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import java.io.IOException;
import java.util.Optional;

/** The messages of /ws/query: the columns first, then a message a row. */
final class SocketMessages implements AnswerFormat {

    @Override
    public String contentType() {
        return MediaType.JSON.toString();
    }

    @Override
    public boolean isFramed() {
        return true;
    }

    @Override
    public void begin(JsonGenerator out, ResultHeader header) throws IOException {
        out.writeStartArray();
        for (ResultHeader.ResultColumn column : header.columns()) {
            out.writeStartObject();
            out.writeStringField("name", column.name());
            out.writeStringField("type", column.type().toString());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    @Override
    public void row(JsonGenerator out, ResultRow row) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("row");
        out.writeFieldName("columns");
        ValueJson.write(out, row.values());
        if (row.isTombstone()) {
            out.writeBooleanField("tombstone", true);
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    @Override
    public void end(JsonGenerator out, Optional<String> finalMessage) throws IOException {
        out.writeStartObject();
        out.writeStringField("finalMessage", finalMessage.orElse("Query Completed"));
        out.writeEndObject();
    }

    @Override
    public void fail(JsonGenerator out, RestError error) throws IOException {
        out.writeRaw(error.json().toString());
    }
}
