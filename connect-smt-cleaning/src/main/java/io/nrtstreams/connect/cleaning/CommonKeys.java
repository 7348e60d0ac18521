package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Validators;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration that the transforms have in common, and the way all of them read theirs. */
final class CommonKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CommonKeys.class);

    static final Key REJECTED_TOPIC_SUFFIX = Key.string("rejected.topic.suffix")
            .defaultsTo(".rejected")
            .validator(Validators.checking("letters, digits, dots, underscores and dashes", CommonKeys::checkSuffix))
            .importance(Importance.LOW)
            .doc("Under a source connector, what is added to the name of a record's topic to name the topic that takes"
                    + " the record where it is rejected, e.g. .rejected.");

    static final Key HEADERS_AS = Key.string("headers.as")
            .defaultsTo("string")
            .validator(Validators.oneOf("string", "bytes"))
            .importance(Importance.LOW)
            .doc("How the headers with reasons are written: string, or bytes (UTF-8) where the connector has"
                    + " ByteArrayConverter as its header.converter, as MirrorMaker has.");

    /** What rejects need, in the order in which references show it. */
    static final List<Key> OF_REJECTS = List.of(REJECTED_TOPIC_SUFFIX, HEADERS_AS);

    /** What the Connect worker puts beside the keys of a transform. */
    static final List<String> OF_CONNECT = List.of("type", "predicate", "negate", "plugin.version");

    private CommonKeys() {}

    /** Notes what {@code definition} finds wrong with each value, and keys that look like a slip for one of ours; logs the other strangers. */
    static void check(ConfigDef definition, Map<String, String> given, Problems problems) {
        for (ConfigValue value : definition.validate(given)) {
            value.errorMessages().forEach(message -> problems.add(value.name(), message));
        }
        problems.addNearMisses(given.keySet(), definition, OF_CONNECT);
        given.keySet().stream()
                .filter(key -> !definition.names().contains(key) && !OF_CONNECT.contains(key))
                .forEach(key -> LOG.warn("There is no key {}: it has no effect", key));
    }

    /** The configuration as Connect gives it, every value a text; keys without a value are left out. */
    static Map<String, String> texts(Map<String, ?> configs) {
        Map<String, String> texts = new TreeMap<>();
        configs.forEach((key, value) -> {
            if (value != null) {
                texts.put(key, value instanceof Password secret ? secret.value() : value.toString());
            }
        });
        return texts;
    }

    /** How a transform called {@code name} sets records aside, by its configuration. */
    static Rejects rejects(String name, Map<String, Object> values) {
        String headers = String.valueOf(values.get(HEADERS_AS.name()));
        return new Rejects(
                name,
                String.valueOf(values.get(REJECTED_TOPIC_SUFFIX.name())),
                ReasonHeaders.valueOf(headers.toUpperCase(Locale.ROOT)));
    }

    private static void checkSuffix(String suffix) {
        if (!suffix.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "expected letters, digits, dots, underscores and dashes, at least one, e.g. .rejected");
        }
    }
}
