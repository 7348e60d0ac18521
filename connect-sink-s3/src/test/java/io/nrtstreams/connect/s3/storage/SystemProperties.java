package io.nrtstreams.connect.s3.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Properties of the JVM that a test sets; they are as before when it closes this. */
final class SystemProperties implements AutoCloseable {
    private final Map<String, Optional<String>> before = new HashMap<>();

    void set(String name, String value) {
        before.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(text -> System.setProperty(name, text), () -> System.clearProperty(name)));
    }
}
