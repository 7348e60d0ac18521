package io.nrtstreams.analytics.config;

import java.util.List;

/** Some definition files cannot be used; {@link #problems} says which keys, why, and what would be accepted. */
public final class InvalidDefinitions extends RuntimeException {
    private final transient List<String> problems;

    InvalidDefinitions(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem: file, key, cause and remedy. */
    public List<String> problems() {
        return problems;
    }
}
