package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** What came of a statement that changed something. */
public sealed interface CommandEntity extends Entity {

    /**
     * It was carried out.
     *
     * @param commandId such as {@code stream/`X`/create}, by which its status can be asked for
     * @param commandSequenceNumber its place in the command log; -1 when it changed nothing
     */
    @JsonTypeName("currentStatus")
    record CurrentStatus(
            String statementText,
            String commandId,
            CommandStatus commandStatus,
            long commandSequenceNumber,
            List<Warning> warnings)
            implements CommandEntity {
        public CurrentStatus {
            warnings = List.copyOf(warnings);
        }
    }

    /** There was nothing to do, for the reason told. */
    @JsonTypeName("warning_entity")
    record NothingDone(String statementText, String message, List<Warning> warnings) implements CommandEntity {
        public NothingDone {
            warnings = List.copyOf(warnings);
        }
    }

    /** A push query, which no command log knows, was ended. */
    @JsonTypeName("terminate_query")
    record TerminatedQuery(String statementText, String queryId, boolean wasTerminated, List<Warning> warnings)
            implements CommandEntity {
        public TerminatedQuery {
            warnings = List.copyOf(warnings);
        }
    }
}
