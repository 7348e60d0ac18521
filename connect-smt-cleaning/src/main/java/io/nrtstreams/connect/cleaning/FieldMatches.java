package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.expr.Condition;
import io.nrtstreams.connect.kit.BuildVersion;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Validators;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition holds for the fields of a record, so that any transform can be applied by their values.
 *
 * <p>Use {@link Key} or {@link Value}. It is true only where the condition is: not where it is unknown, as a field is
 * null or missing, not for what has no fields, such as text and tombstones, and not for records that a transform of this
 * plugin has rejected.
 */
public abstract class FieldMatches<R extends ConnectRecord<R>> implements Predicate<R> {
    /** What the predicate does, in the form in which Kafka's own documentation has it. */
    public static final String OVERVIEW_DOC =
            "A predicate which is true for records whose <code>key</code> or <code>value</code> fulfils a condition over its"
                    + " fields.<p/>Use the concrete predicate type designed for the record key (<code>"
                    + Key.class.getName()
                    + "</code>) or value (<code>" + Value.class.getName() + "</code>).";

    private static final io.nrtstreams.connect.kit.config.Key CONDITION = io.nrtstreams.connect.kit.config.Key.string(
                    "condition")
            .required()
            .validator(Validators.checking("a condition over fields", Condition::parse))
            .importance(Importance.HIGH)
            .doc(
                    "The condition, in the words of SQL, e.g. current.temp_c > 40 AND location.name IN ('Pune', 'Mumbai').");

    /** The configuration keys. */
    public static final ConfigDef CONFIG_DEF =
            io.nrtstreams.connect.kit.config.Key.define(new ConfigDef(), "Condition", List.of(CONDITION));

    private final Side side;
    private @Nullable Condition condition;

    private FieldMatches(Side side) {
        this.side = side;
    }

    /**
     * Reads the configuration.
     *
     * @throws org.apache.kafka.common.config.ConfigException with everything that is wrong, each with its key
     */
    @Override
    public void configure(Map<String, ?> configs) {
        Map<String, String> given = CommonKeys.texts(configs);
        Problems problems = new Problems();
        CommonKeys.check(CONFIG_DEF, given, problems);
        problems.throwIfAny();
        condition = Condition.parse(String.valueOf(CONFIG_DEF.parse(given).get(CONDITION.name())));
    }

    @Override
    public boolean test(R record) {
        if (condition == null) {
            throw new IllegalStateException("configure has not been called");
        }
        Object fields = Rejects.holds(record) ? null : side.of(record);
        if (fields instanceof Struct || fields instanceof Map) {
            return Boolean.TRUE.equals(condition.test(fields));
        }
        return false;
    }

    @Override
    public ConfigDef config() {
        return CONFIG_DEF;
    }

    @Override
    public String version() {
        return BuildVersion.current();
    }

    /** Holds nothing that would have to be given back. */
    @Override
    public void close() {}

    /** Looks at the key. */
    public static final class Key<R extends ConnectRecord<R>> extends FieldMatches<R> {
        /** For the Connect worker. */
        public Key() {
            super(Side.KEY);
        }
    }

    /** Looks at the value. */
    public static final class Value<R extends ConnectRecord<R>> extends FieldMatches<R> {
        /** For the Connect worker. */
        public Value() {
            super(Side.VALUE);
        }
    }
}
