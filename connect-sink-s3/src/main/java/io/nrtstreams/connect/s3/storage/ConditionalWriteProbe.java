package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Map;

/**
 * Finds out, once, whether the store refuses to create an object that exists: one that ignores the condition answers
 * with success. Leaves one empty object behind, in a folder whose name begins with an underscore, which Spark and Hive
 * do not read. Thread-safe.
 */
public final class ConditionalWriteProbe {
    private final ObjectStore store;
    private final NewObject object;
    private boolean passed;

    /**
     * A probe that sends nothing yet.
     *
     * @param prefix of the sink's objects, without a slash at either end; may be empty
     */
    public ConditionalWriteProbe(ObjectStore store, String prefix) {
        this.store = store;
        String key = folder(prefix) + "conditional-write-probe";
        this.object = new NewObject(key, new Segments(), "application/octet-stream", Map.of());
    }

    /** Where the sink keeps what is not data. */
    static String folder(String prefix) {
        return prefix.isEmpty() ? "_nrt/" : prefix + "/_nrt/";
    }

    /** The object that is written. */
    NewObject object() {
        return object;
    }

    /**
     * Tries it, unless it is known already.
     *
     * @throws StoreException if the store ignores the condition, or cannot be asked
     */
    public synchronized void requireConditionalWrites() {
        if (!passed) {
            Creation first = store.create(object);
            if (first == Creation.CREATED && store.create(object) == Creation.CREATED) {
                throw new StoreException(
                        Kind.PERMANENT,
                        Concern.CONDITIONAL_WRITE,
                        "the store ignores If-None-Match, without which exactly once cannot hold;"
                                + " set delivery=at-least-once to do without",
                        null);
            }
            passed = true;
        }
    }
}
