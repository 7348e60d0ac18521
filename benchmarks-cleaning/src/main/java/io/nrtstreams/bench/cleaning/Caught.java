package io.nrtstreams.bench.cleaning;

import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** The error handling of a worker around a chain, as far as that every exception is caught and kept. */
record Caught(Subject subject) implements Subject {
    @Override
    public @Nullable Object take(int number) {
        try {
            return subject.take(number);
        } catch (DataException e) {
            return e;
        }
    }
}
