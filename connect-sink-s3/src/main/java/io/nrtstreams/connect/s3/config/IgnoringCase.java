package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Accepts one of a closed set in any case, and shows it in its own. */
record IgnoringCase(List<String> accepted) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (value != null && accepted.stream().noneMatch(value.toString().trim()::equalsIgnoreCase)) {
            String meant = Suggestions.nearest(value.toString(), accepted)
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("");
            throw new ConfigException(name + ": expected " + this + meant);
        }
    }

    @Override
    public String toString() {
        return "one of: " + String.join(", ", accepted);
    }
}
