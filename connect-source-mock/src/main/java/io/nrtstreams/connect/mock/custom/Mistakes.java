package io.nrtstreams.connect.mock.custom;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a definition, each mistake with its path. Not thread-safe. */
final class Mistakes {
    private final List<String> found = new ArrayList<>();

    void add(String path, String message) {
        found.add((path.isEmpty() ? "" : path + ": ") + message);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
