package io.nrtstreams.analytics.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity.ConnectorState;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity.TaskState;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what Connect tells of connectors. */
final class States {

    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";

    private States() {}

    /** Such as {@code RUNNING (2/2 tasks RUNNING)}. */
    static String summary(JsonNode status) {
        String state = status.path("connector").path("state").asText("UNASSIGNED");
        int running = 0;
        for (JsonNode task : status.path("tasks")) {
            running += task.path("state").asText().equals(RUNNING) ? 1 : 0;
        }
        return state + " (" + running + "/" + status.path("tasks").size() + " tasks RUNNING)";
    }

    static ConnectorState of(String name, JsonNode info, Optional<JsonNode> status) {
        List<TaskState> tasks = new ArrayList<>();
        JsonNode known = status.orElse(info.path("status"));
        for (JsonNode task : known.path("tasks")) {
            tasks.add(new TaskState(
                    task.path("id").asInt(),
                    task.path("state").asText(),
                    task.path("worker_id").asText(),
                    task.path("trace").asText(null)));
        }
        JsonNode connector = known.path("connector");
        WorkerState state = new WorkerState(
                connector.path("state").asText("UNASSIGNED"),
                connector.path("worker_id").asText(""),
                connector.path("trace").asText(null));
        return new ConnectorState(name, state, tasks, info.path("type").asText());
    }

    /** Why a connector or the first of its failed tasks failed: the first line of its trace. */
    static Optional<String> failure(JsonNode status) {
        JsonNode connector = status.path("connector");
        if (connector.path("state").asText().equals(FAILED)) {
            return Optional.of("it failed: " + ConfigCheck.sentence(cause(connector)));
        }
        for (JsonNode task : status.path("tasks")) {
            if (task.path("state").asText().equals(FAILED)) {
                return Optional.of(
                        "its task " + task.path("id").asInt() + " failed: " + ConfigCheck.sentence(cause(task)));
            }
        }
        return Optional.empty();
    }

    /** The last cause of a trace says most; without one it is the first line. */
    private static String cause(JsonNode failed) {
        List<String> lines = failed.path("trace").asText("no trace").lines().toList();
        String cause = lines.get(0);
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                cause = line.substring("Caused by: ".length());
            }
        }
        return cause;
    }

    /** Whether the connector and all its tasks, one at least, run. */
    static boolean isRunning(JsonNode status) {
        boolean running = status.path("connector").path("state").asText().equals(RUNNING)
                && !status.path("tasks").isEmpty();
        for (JsonNode task : status.path("tasks")) {
            running &= task.path("state").asText().equals(RUNNING);
        }
        return running;
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
