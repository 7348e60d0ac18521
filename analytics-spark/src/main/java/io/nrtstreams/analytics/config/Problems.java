package io.nrtstreams.analytics.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is wrong with a folder of definitions, gathered before anything is said.
 *
 * <p>Not thread-safe.
 */
public final class Problems {
    private final List<String> messages = new ArrayList<>();

    /** Notes what is wrong with {@code key} of {@code file}: the cause and the remedy, never a value. */
    public void add(Path file, String key, String message) {
        messages.add(file.getFileName() + ": " + key + ": " + message);
    }

    /** Notes what is wrong with {@code file} as a whole. */
    public void add(Path file, String message) {
        messages.add(file.getFileName() + ": " + message);
    }

    /** The problems in the order in which they were found. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Throws one exception that lists every problem.
     *
     * @throws InvalidDefinitions if there is any
     */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new InvalidDefinitions(messages());
        }
    }
}
