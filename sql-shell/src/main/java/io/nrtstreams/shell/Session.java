package io.nrtstreams.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.client.RequestContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What one statement leaves for the next: properties, variables, the form of answers. Not thread-safe. */
final class Session {

    /** In which form answers are written. */
    enum Output {
        /** For people. */
        TABLE,
        /** One JSON object a line. */
        JSON
    }

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Output output;
    private OptionalLong commandSequence = OptionalLong.empty();

    Session(Output output) {
        this.output = output;
    }

    /** Set by SET. */
    Map<String, String> properties() {
        return properties;
    }

    /** Set by DEFINE; names are equal when their letters are, case aside. */
    Map<String, String> variables() {
        return variables;
    }

    Output output() {
        return output;
    }

    void useOutput(Output form) {
        output = form;
    }

    /** What goes with a request. */
    RequestContext context() {
        return new RequestContext(properties, variables, commandSequence);
    }

    /** Keeps the greatest number of a command, so that the next statement waits for it on any server. */
    void remember(JsonNode entity) {
        long number = entity.path("commandSequenceNumber").asLong(-1);
        if (number >= 0 && number > commandSequence.orElse(-1)) {
            commandSequence = OptionalLong.of(number);
        }
    }

    /** Forgets what only the server before knew. */
    void changedServer() {
        commandSequence = OptionalLong.empty();
    }
}
