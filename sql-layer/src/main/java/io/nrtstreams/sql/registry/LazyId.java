package io.nrtstreams.sql.registry;

import java.util.function.IntSupplier;

/** An id that is asked for when it is first needed, and once. Not thread-safe. */
final class LazyId implements IntSupplier {

    private final IntSupplier registration;
    private int id;
    private boolean known;

    LazyId(IntSupplier registration) {
        this.registration = registration;
    }

    @Override
    public int getAsInt() {
        if (!known) {
            id = registration.getAsInt();
            known = true;
        }
        return id;
    }
}
