package io.nrtstreams.sql;

import io.nrtstreams.sql.row.Origin;
import org.jspecify.annotations.Nullable;

/** Takes what went wrong with single records while the query went on. Implementations are thread-safe and do not throw. */
@FunctionalInterface
public interface ProcessingLog {

    /** For where nobody reads it. */
    ProcessingLog NONE = entry -> {};

    void add(Entry entry);

    /**
     * One mishap.
     *
     * @param queryId the query it happened in
     * @param step the plan's node, or the part of the record
     * @param origin the record, or the first of several; null when no single record is at fault
     * @param reason what went wrong, without any value of the record
     */
    record Entry(
            String queryId,
            String step,
            Kind kind,
            @Nullable Origin origin,
            String reason) {}

    enum Kind {
        /** The record's bytes are not what the source declares; it was left out. */
        DECODE,
        /** An expression failed; its column became null, or its condition false. */
        EXPRESSION,
        /** A record was left out as its key, window or time does not allow it, or as it was deleted before it was read. */
        SKIPPED,
        /** The result cannot be written in the sink's format; it was left out. */
        ENCODE
    }
}
