package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import java.io.IOException;
import java.util.Optional;

/** How the answer of one query looks on the wire. Has the state of one answer; used by one thread at a time. */
interface AnswerFormat {

    /** The Content-Type. */
    String contentType();

    /**
     * Whether each row goes into a frame of its own: the npm client ksqldb-client 1.0.5 takes each frame for one document
     * and dies of two.
     */
    boolean isFramed();

    void begin(JsonGenerator out, ResultHeader header) throws IOException;

    /** Writes a row, or nothing when the format has no form for it. */
    void row(JsonGenerator out, ResultRow row) throws IOException;

    void end(JsonGenerator out, Optional<String> finalMessage) throws IOException;

    /** Ends an answer that cannot go on. */
    void fail(JsonGenerator out, RestError error) throws IOException;
}
