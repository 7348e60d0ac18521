package io.nrtstreams.connect.s3.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What was opened and has to be closed, the last first. Used by one thread at a time. */
final class Opened implements SdkAutoCloseable {
    private final Deque<SdkAutoCloseable> all = new ArrayDeque<>();

    <T extends SdkAutoCloseable> T add(T one) {
        all.push(one);
        return one;
    }

    /** Closes everything, whatever else fails; the first failure is thrown. */
    @Override
    public void close() {
        SdkAutoCloseable one = all.poll();
        if (one != null) {
            try {
                one.close();
            } finally {
                close();
            }
        }
    }
}
