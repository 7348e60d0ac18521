package io.nrtstreams.shell.client;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What goes with each statement.
 *
 * @param properties of the session, as SET made them
 * @param variables as DEFINE made them; the server puts them into the text
 * @param commandSequence the last command that this session knows to be carried out
 */
public record RequestContext(
        Map<String, String> properties, Map<String, String> variables, OptionalLong commandSequence) {

    public static final RequestContext NONE = new RequestContext(Map.of(), Map.of(), OptionalLong.empty());

    public RequestContext {
        properties = Map.copyOf(properties);
        variables = Map.copyOf(variables);
    }
}
