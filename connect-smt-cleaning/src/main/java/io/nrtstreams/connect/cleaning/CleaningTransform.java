package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.kit.BuildVersion;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/** What the transforms have in common: a screen that records go through once the configuration is read. */
public abstract class CleaningTransform<R extends ConnectRecord<R>> implements Transformation<R> {
    private final Side side;
    private @Nullable Screen screen;

    CleaningTransform(Side side) {
        this.side = side;
    }

    /** The screen that a configuration asks for; {@code name} is how headers and messages call the transform. */
    abstract Screen screen(Side side, String name, Map<String, String> config);

    /**
     * Reads the configuration.
     *
     * @throws org.apache.kafka.common.config.ConfigException with everything that is wrong, each with its key
     */
    @Override
    public final void configure(Map<String, ?> configs) {
        String name = getClass().getName();
        screen = screen(side, name.substring(name.lastIndexOf('.') + 1), CommonKeys.texts(configs));
    }

    @Override
    public final @Nullable R apply(R record) {
        if (screen == null) {
            throw new IllegalStateException("configure has not been called");
        }
        return screen.apply(record);
    }

    /**
     * The counts of its rules, going on.
     *
     * @throws IllegalStateException if it is not configured
     */
    public final List<RuleFigures> figures() {
        if (screen == null) {
            throw new IllegalStateException("configure has not been called");
        }
        return screen.figures();
    }

    @Override
    public final String version() {
        return BuildVersion.current();
    }

    @Override
    public final void close() {
        if (screen != null) {
            screen.close();
        }
    }
}
