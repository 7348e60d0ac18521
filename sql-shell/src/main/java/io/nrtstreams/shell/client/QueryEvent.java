package io.nrtstreams.shell.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A part of a query's answer. */
public sealed interface QueryEvent {

    /**
     * What the rows look like.
     *
     * @param queryId by which the query is closed; look-ups have none
     */
    record Header(Optional<String> queryId, List<Column> columns) implements QueryEvent {
        public Header {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row.
     *
     * @param isTombstone whether the row of a table was deleted
     */
    record Row(List<JsonNode> values, boolean isTombstone) implements QueryEvent {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** A line of PRINT. */
    record Line(String text) implements QueryEvent {}

    /** What the server says behind the last row. */
    record FinalMessage(String text) implements QueryEvent {}

    /** The query failed on the way. */
    record Failed(ServerException failure) implements QueryEvent {}

    /** The answer is over. */
    record End() implements QueryEvent {}
}
