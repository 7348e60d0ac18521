package io.nrtstreams.quickstart.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a connector and its tasks.
 *
 * @param state of the connector: RUNNING, PAUSED, STOPPED, UNASSIGNED, RESTARTING or FAILED
 * @param type {@code source} or {@code sink}
 * @param tasks the states of the tasks, in their order
 * @param failure the cause of what failed first, if something did
 */
public record ConnectorStatus(String state, String type, List<String> tasks, Optional<String> failure) {
    private static final String CAUSED_BY = "Caused by: ";

    public ConnectorStatus {
        tasks = List.copyOf(tasks);
    }

    static ConnectorStatus of(JsonNode node) {
        List<JsonNode> tasks = new ArrayList<>();
        node.path("tasks").forEach(tasks::add);
        Optional<String> failure = Stream.concat(Stream.of(node.path("connector")), tasks.stream())
                .filter(part -> "FAILED".equals(part.path("state").asText()))
                .map(ConnectorStatus::cause)
                .findFirst();
        return new ConnectorStatus(
                node.path("connector").path("state").asText(),
                node.path("type").asText(),
                tasks.stream().map(task -> task.path("state").asText()).toList(),
                failure);
    }

    private static String cause(JsonNode part) {
        String who = part.has("id") ? "task " + part.path("id").asText() : "connector";
        List<String> trace = part.path("trace").asText("").lines().toList();
        // Connect wraps what a connector throws into an exception that says no more than that there was one.
        return who + ": "
                + trace.stream()
                        .filter(line -> line.startsWith(CAUSED_BY))
                        .map(line -> line.substring(CAUSED_BY.length()))
                        .findFirst()
                        .or(() -> trace.stream().findFirst())
                        .orElse("no trace");
    }

    /** Whether the connector and all its tasks, at least one, are in a state. */
    public boolean entirely(String wanted) {
        return state.equals(wanted) && !tasks.isEmpty() && tasks.stream().allMatch(wanted::equals);
    }

    /** E.g. {@code RUNNING, 2 tasks: RUNNING RUNNING}. */
    @Override
    public String toString() {
        String count = tasks.size() == 1 ? "1 task" : tasks.size() + " tasks";
        return (state + ", " + count + ": " + String.join(" ", tasks)).strip()
                + failure.map(text -> "\n    " + text).orElse("");
    }
}
