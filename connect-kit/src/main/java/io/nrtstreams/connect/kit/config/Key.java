package io.nrtstreams.connect.kit.config;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.jspecify.annotations.Nullable;

/**
 * One configuration key, described in full before it is defined: {@code Key.string("topic").doc("…").required()}.
 *
 * <p>Immutable; every method returns a changed copy. {@link #define} turns a list of keys into a {@link ConfigDef},
 * with the order of the list as the order within its group.
 */
public final class Key {
    private final String name;
    private final ConfigDef.Type type;
    private final @Nullable Object defaultValue;
    private final ConfigDef.@Nullable Validator validator;
    private final Importance importance;
    private final String doc;
    private final ConfigDef.@Nullable Recommender recommender;

    private Key(
            String name,
            ConfigDef.Type type,
            @Nullable Object defaultValue,
            ConfigDef.@Nullable Validator validator,
            Importance importance,
            String doc,
            ConfigDef.@Nullable Recommender recommender) {
        this.name = name;
        this.type = type;
        this.defaultValue = defaultValue;
        this.validator = validator;
        this.importance = importance;
        this.doc = doc;
        this.recommender = recommender;
    }

    /** A key of any type; it has no default until one is given, importance MEDIUM, and no documentation yet. */
    public static Key of(String name, ConfigDef.Type type) {
        return new Key(Objects.requireNonNull(name, "name"), type, null, null, Importance.MEDIUM, "", null);
    }

    /** A text. */
    public static Key string(String name) {
        return of(name, ConfigDef.Type.STRING);
    }

    /** A secret: Connect hides it in logs and REST answers. */
    public static Key password(String name) {
        return of(name, ConfigDef.Type.PASSWORD);
    }

    /** A duration in the spelling of {@link Durations}. */
    public static Key duration(String name, java.time.Duration least) {
        return string(name).validator(Validators.duration(least));
    }

    /** A size in the spelling of {@link DataSize}. */
    public static Key dataSize(String name, long leastBytes) {
        return string(name).validator(Validators.dataSize(leastBytes));
    }

    /** The value used where the configuration does not have the key; null means none. */
    public Key defaultsTo(@Nullable Object value) {
        return new Key(name, type, value, validator, importance, doc, recommender);
    }

    /** The configuration must have the key. */
    public Key required() {
        return new Key(name, type, ConfigDef.NO_DEFAULT_VALUE, validator, importance, doc, recommender);
    }

    public Key validator(ConfigDef.Validator accepted) {
        return new Key(name, type, defaultValue, accepted, importance, doc, recommender);
    }

    /** HIGH: to be thought about; MEDIUM: tuned; LOW: rarely touched. */
    public Key importance(Importance rank) {
        return new Key(name, type, defaultValue, validator, rank, doc, recommender);
    }

    /** One sentence with the unit, and an example where the spelling is not plain. */
    public Key doc(String sentence) {
        return new Key(name, type, defaultValue, validator, importance, sentence, recommender);
    }

    /** What forms offer as values, and when they show the key; it forbids nothing. */
    public Key recommender(ConfigDef.Recommender forms) {
        return new Key(name, type, defaultValue, validator, importance, doc, forms);
    }

    public String name() {
        return name;
    }

    /** Adds {@code keys} to {@code target} as one group, in their order, and returns {@code target}. */
    public static ConfigDef define(ConfigDef target, String group, List<Key> keys) {
        int order = 0;
        for (Key key : keys) {
            Width width =
                    key.type == ConfigDef.Type.STRING || key.type == ConfigDef.Type.LIST ? Width.LONG : Width.MEDIUM;
            target.define(
                    key.name,
                    key.type,
                    key.defaultValue,
                    key.validator,
                    key.importance,
                    key.doc,
                    group,
                    ++order,
                    width,
                    key.name,
                    List.of(),
                    key.recommender);
        }
        return target;
    }
}
