package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration keys of the connector. */
final class SourceKeys {
    /** Keys of the framework, which pass whatever they are. */
    static final List<String> FRAMEWORK = List.of(
            "name",
            "connector.",
            "tasks.",
            "task.",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "errors.",
            "config.",
            "producer.override.",
            "admin.override.",
            "topic.creation.",
            "exactly.once.",
            "transaction.",
            "offsets.storage.");

    private SourceKeys() {}

    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        Key.define(definition, "Feed", FeedKeys.all());
        Key.define(definition, "Pace", PaceKeys.all());
        Key.define(definition, "Dirt", DirtKeys.all());
        Key.define(definition, "Custom feed", CustomKeys.all());
        Key.define(definition, "Replay", ReplayKeys.all());
        return definition;
    }
}
