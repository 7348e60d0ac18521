package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.plan.CleaningPlan;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/**
 * Cleans the fields of records by ordered rules, {@code field.<path> = op args | op args else ACTION}, in one pass.
 *
 * <p>A record that a rule rejects never vanishes: under a sink it goes to the dead letter queue, under a source to
 * {@code <topic>.rejected} with the field, the rule and the reason in headers.
 *
 * <p>Use {@link Key} or {@link Value}. Not thread-safe, as no transform has to be.
 */
public abstract class Clean<R extends ConnectRecord<R>> extends CleaningTransform<R> {
    /** What the transform does, in the form in which Kafka's own documentation has it. */
    public static final String OVERVIEW_DOC =
            "Clean the fields of the <code>key</code> or <code>value</code> by ordered rules: normalise, convert, check, and"
                    + " set aside with a reason what does not pass.<p/>Use the concrete"
                    + " transformation type designed for the record key (<code>" + Key.class.getName()
                    + "</code>) or value (<code>" + Value.class.getName() + "</code>).";

    /** The configuration keys. */
    public static final ConfigDef CONFIG_DEF = CleanSettings.KEYS;

    private Clean(Side side) {
        super(side);
    }

    @Override
    final Screen screen(Side side, String name, Map<String, String> config) {
        CleanSettings settings = CleanSettings.parse(name, config);
        return new Screen(side, new CleaningPlan(settings.rules(), settings.checks()), settings.rejects());
    }

    @Override
    public ConfigDef config() {
        return CONFIG_DEF;
    }

    /** Works on the key. */
    public static final class Key<R extends ConnectRecord<R>> extends Clean<R> {
        /** For the Connect worker. */
        public Key() {
            super(Side.KEY);
        }
    }

    /** Works on the value. */
    public static final class Value<R extends ConnectRecord<R>> extends Clean<R> {
        /** For the Connect worker. */
        public Value() {
            super(Side.VALUE);
        }
    }
}
