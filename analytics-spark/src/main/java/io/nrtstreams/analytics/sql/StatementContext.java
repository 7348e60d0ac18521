package io.nrtstreams.analytics.sql;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What a client sends beside its statements.
 *
 * @param properties of the session, such as auto.offset.reset
 * @param variables that stand in the text as {@code ${name}}
 * @param afterSequence the command that must have been carried out before these statements; empty when it does not matter
 */
public record StatementContext(
        Map<String, String> properties, Map<String, String> variables, OptionalLong afterSequence) {

    /** A client that sends its statements alone. */
    public static final StatementContext NONE = new StatementContext(Map.of(), Map.of(), OptionalLong.empty());

    public StatementContext {
        properties = Map.copyOf(properties);
        variables = Map.copyOf(variables);
    }
}
