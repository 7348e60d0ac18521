package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import java.io.IOException;
import java.util.Optional;

/** The rows of /query-stream: what they look like first, then an array each. Deletions have no form. */
final class RowLines implements AnswerFormat {

    private final boolean isArray;
    private final boolean isFramed;

    private RowLines(boolean isArray, boolean isFramed) {
        this.isArray = isArray;
        this.isFramed = isFramed;
    }

    /**
     * A line each.
     *
     * @param isFramed whether each goes into a frame of its own
     */
    static RowLines delimited(boolean isFramed) {
        return new RowLines(false, isFramed);
    }

    /** All in one JSON array. */
    static RowLines inArray() {
        return new RowLines(true, false);
    }

    @Override
    public String contentType() {
        return (isArray ? MediaType.JSON : MediaType.DELIMITED).toString();
    }

    @Override
    public boolean isFramed() {
        return isFramed;
    }

    @Override
    public void begin(JsonGenerator out, ResultHeader header) throws IOException {
        if (isArray) {
            out.writeRaw('[');
        }
        out.writeStartObject();
        out.writeStringField("queryId", header.queryId().orElse(null));
        out.writeArrayFieldStart("columnNames");
        for (ResultColumn column : header.columns()) {
            out.writeString(column.name());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("columnTypes");
        for (ResultColumn column : header.columns()) {
            out.writeString(column.type().toString());
        }
        out.writeEndArray();
        out.writeEndObject();
        endLine(out);
    }

    @Override
    public void row(JsonGenerator out, ResultRow row) throws IOException {
        if (!row.isTombstone()) {
            beginElement(out);
            ValueJson.write(out, row.values());
            endLine(out);
        }
    }

    @Override
    public void end(JsonGenerator out, Optional<String> finalMessage) throws IOException {
        if (isArray) {
            out.writeRaw("]\n");
        }
    }

    @Override
    public void fail(JsonGenerator out, RestError error) throws IOException {
        beginElement(out);
        out.writeRaw(error.json().toString());
        endLine(out);
        end(out, Optional.empty());
    }

    private void beginElement(JsonGenerator out) throws IOException {
        if (isArray) {
            out.writeRaw(",\n");
        }
    }

    private void endLine(JsonGenerator out) throws IOException {
        if (!isArray) {
            out.writeRaw('\n');
        }
    }
}
