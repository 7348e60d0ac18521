package io.nrtstreams.connect.s3.config;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Accepts a list of what {@code element} reads without an {@link IllegalArgumentException}. */
record ListElements(String shown, Consumer<String> element) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(one -> check(name, String.valueOf(one)));
        }
    }

    private void check(String name, String text) {
        try {
            element.accept(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name + ": " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return shown;
    }
}
