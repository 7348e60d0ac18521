package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import java.io.IOException;
import java.util.Optional;

/** The lines of a PRINT, as they are. */
final class TextLines implements AnswerFormat {

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public boolean isFramed() {
        return false;
    }

    @Override
    public void begin(JsonGenerator out, ResultHeader header) {
        // There is nothing to tell of lines.
    }

    @Override
    public void row(JsonGenerator out, ResultRow row) throws IOException {
        out.writeRaw(String.valueOf(row.values().get(0)));
        out.writeRaw('\n');
    }

    @Override
    public void end(JsonGenerator out, Optional<String> finalMessage) throws IOException {
        if (finalMessage.isPresent()) {
            out.writeRaw(finalMessage.get());
            out.writeRaw('\n');
        }
    }

    @Override
    public void fail(JsonGenerator out, RestError error) throws IOException {
        out.writeRaw(error.json().toString());
        out.writeRaw('\n');
    }
}
