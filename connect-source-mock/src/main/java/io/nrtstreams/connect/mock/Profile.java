package io.nrtstreams.connect.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How devices behave. */
enum Profile {
    PROTOTYPE,
    REALISTIC;

    static final List<String> LABELS =
            Arrays.stream(values()).map(Profile::label).toList();

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Profile of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
