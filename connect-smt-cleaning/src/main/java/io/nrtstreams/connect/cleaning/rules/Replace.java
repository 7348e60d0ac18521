package io.nrtstreams.connect.cleaning.rules;

import java.util.Map;

/** Replaces whole texts by others, and leaves alone what is not listed. */
record Replace(Map<String, String> pairs) implements Pure {
    Replace {
        pairs = Map.copyOf(pairs);
    }

    @Override
    public Object apply(Object value) {
        return value instanceof String text ? pairs.getOrDefault(text, text) : value;
    }
}
