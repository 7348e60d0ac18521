package io.nrtstreams.analytics.query.store;

import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.ColumnFamilyHandle;

/** The part of the database that holds a table. It is let go of by the last of its users. Thread-safe. */
final class Family {

    private final String name;
    private final ColumnFamilyHandle handle;
    private final AtomicInteger users = new AtomicInteger(1);

    Family(String name, ColumnFamilyHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    String name() {
        return name;
    }

    ColumnFamilyHandle handle() {
        return handle;
    }

    /** Whether the caller may use it, and must {@link #release} it then. */
    boolean acquire() {
        int count = users.get();
        while (count > 0) {
            if (users.compareAndSet(count, count + 1)) {
                return true;
            }
            count = users.get();
        }
        return false;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            handle.close();
        }
    }

    boolean isUsedByOthers() {
        return users.get() > 1;
    }
}
