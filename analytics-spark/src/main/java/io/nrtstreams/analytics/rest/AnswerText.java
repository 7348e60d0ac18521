package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer's bytes, in the pieces in which they are sent. Used by one thread at a time. Holds no more than what one poll
 * of the query gave.
 */
final class AnswerText {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    /** A piece that holds several rows is sent when it is this large. */
    private static final int PIECE_BYTES = 32 << 10;

    private final AnswerFormat format;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private final JsonGenerator out;

    AnswerText(AnswerFormat format) {
        this.format = format;
        try {
            this.out = JSON.createGenerator(bytes);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    AnswerFormat format() {
        return format;
    }

    List<Buffer> begin(ResultHeader header) {
        return written(pieces -> format.begin(out, header));
    }

    /** Rows, and the end of the answer behind the last. */
    List<Buffer> of(QueryRun.Rows rows) {
        return written(pieces -> {
            for (ResultRow row : rows.rows()) {
                format.row(out, row);
                if (format.isFramed() || out.getOutputBuffered() + bytes.size() >= PIECE_BYTES) {
                    cut(pieces);
                }
            }
            if (rows.ended()) {
                format.end(out, rows.finalMessage());
            }
        });
    }

    List<Buffer> end(String finalMessage) {
        return written(pieces -> format.end(out, Optional.of(finalMessage)));
    }

    List<Buffer> fail(RestError error) {
        return written(pieces -> format.fail(out, error));
    }

    private interface Part {
        void write(List<Buffer> pieces) throws IOException;
    }

    private List<Buffer> written(Part part) {
        List<Buffer> pieces = new ArrayList<>();
        try {
            part.write(pieces);
            cut(pieces);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return pieces;
    }

    private void cut(List<Buffer> pieces) throws IOException {
        out.flush();
        if (bytes.size() > 0) {
            pieces.add(Buffer.buffer(bytes.toByteArray()));
            bytes.reset();
        }
    }

    /** Bytes in memory are always written: only a value that JSON has no form for gets here. */
    private static UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("a row cannot be written as JSON", cause);
    }
}
