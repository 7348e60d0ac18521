package io.nrtstreams.analytics.sql.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Commands as lines of a file: one JSON object each, with the changed things by their keys. */
final class LogLine {

    private LogLine() {}

    /** The line of a command, with its end. */
    static String write(Command command) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sequence", command.sequence());
        json.put("nextNumber", command.nextNumber());
        json.put("statement", command.statement());
        ObjectNode changes = json.putObject("changes");
        command.changes().forEach((key, thing) -> {
            if (thing.isPresent()) {
                changes.set(key.text(), ObjectJson.write(thing.get()));
            } else {
                changes.putNull(key.text());
            }
        });
        return json + "\n";
    }

    /** Takes a line into the entries; what cannot be used is set aside there. */
    static void read(String line, long number, Entries into) {
        String place = "line " + number;
        JsonNode json;
        try {
            json = ObjectJson.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            into.skip(place, "command of line " + number, "it is no JSON (" + e.getOriginalMessage() + ")");
            return;
        }
        if (!json.path("changes").isObject() || !json.path("sequence").isIntegralNumber()) {
            into.skip(place, "command of line " + number, "it has no sequence or no changes");
            return;
        }
        json.get("changes")
                .properties()
                .forEach(change -> into.add(
                        place,
                        change.getKey(),
                        change.getValue().isNull() ? null : change.getValue().toString()));
        into.end(json.get("sequence").asLong(), json.path("nextNumber").asInt());
    }
}
