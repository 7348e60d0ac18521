package io.nrtstreams.connect.cleaning;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/**
 * Makes a record with a declared schema of text: {@code format} says how it is written, {@code schema} what is in it.
 *
 * <p>Text that is not as declared is rejected, never guessed at: under a sink the record goes to the dead letter queue,
 * under a source to {@code <topic>.rejected}.
 *
 * <p>Use {@link Key} or {@link Value}. Not thread-safe, as no transform has to be.
 */
public abstract class Parse<R extends ConnectRecord<R>> extends CleaningTransform<R> {
    /** What the transform does, in the form in which Kafka's own documentation has it. */
    public static final String OVERVIEW_DOC =
            "Turn the text of the <code>key</code> or <code>value</code>, a CSV row, a JSON object or a Python dict, into a record"
                    + " with a declared schema.<p/>Use the concrete"
                    + " transformation type designed for the record key (<code>" + Key.class.getName()
                    + "</code>) or value (<code>" + Value.class.getName() + "</code>).";

    /** The configuration keys. */
    public static final ConfigDef CONFIG_DEF = ParseSettings.KEYS;

    private Parse(Side side) {
        super(side);
    }

    @Override
    final Screen screen(Side side, String name, Map<String, String> config) {
        ParseSettings settings = ParseSettings.parse(name, config);
        return new Screen(side, settings.parser(), settings.rejects());
    }

    @Override
    public ConfigDef config() {
        return CONFIG_DEF;
    }

    /** Works on the key. */
    public static final class Key<R extends ConnectRecord<R>> extends Parse<R> {
        /** For the Connect worker. */
        public Key() {
            super(Side.KEY);
        }
    }

    /** Works on the value. */
    public static final class Value<R extends ConnectRecord<R>> extends Parse<R> {
        /** For the Connect worker. */
        public Value() {
            super(Side.VALUE);
        }
    }
}
