package io.nrtstreams.connect.cleaning;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/**
 * Takes out records that equal an earlier one, in some fields or in all, within a window that is bounded in records and
 * in time.
 *
 * <p>A record that Connect hands over once more is not its own duplicate. The window is the memory of one task and
 * begins anew with it.
 *
 * <p>Use {@link Key} or {@link Value}. Not thread-safe, as no transform has to be.
 */
public abstract class Deduplicate<R extends ConnectRecord<R>> extends CleaningTransform<R> {
    /** What the transform does, in the form in which Kafka's own documentation has it. */
    public static final String OVERVIEW_DOC =
            "Take out records whose <code>key</code> or <code>value</code>, or some fields of it, equal those of an earlier"
                    + " record within a window.<p/>Use the concrete"
                    + " transformation type designed for the record key (<code>" + Key.class.getName()
                    + "</code>) or value (<code>" + Value.class.getName() + "</code>).";

    /** The configuration keys. */
    public static final ConfigDef CONFIG_DEF = DeduplicateSettings.KEYS;

    private Deduplicate(Side side) {
        super(side);
    }

    @Override
    final Screen screen(Side side, String name, Map<String, String> config) {
        DeduplicateSettings settings = DeduplicateSettings.parse(name, config);
        return new Screen(side, settings.duplicates(), settings.rejects());
    }

    @Override
    public ConfigDef config() {
        return CONFIG_DEF;
    }

    /** Works on the key. */
    public static final class Key<R extends ConnectRecord<R>> extends Deduplicate<R> {
        /** For the Connect worker. */
        public Key() {
            super(Side.KEY);
        }
    }

    /** Works on the value. */
    public static final class Value<R extends ConnectRecord<R>> extends Deduplicate<R> {
        /** For the Connect worker. */
        public Value() {
            super(Side.VALUE);
        }
    }
}
