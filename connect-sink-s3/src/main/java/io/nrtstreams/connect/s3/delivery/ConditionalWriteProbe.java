package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Map;

/**
 * Finds out, once, whether the store refuses to create an object that exists: one that ignores the condition answers
 * with success. Leaves one empty object behind, in a folder whose name begins with an underscore, which Spark and Hive
 * do not read. Thread-safe.
 */
final class ConditionalWriteProbe {
    private final ObjectStore store;
    private final NewObject object;
    private boolean passed;

    ConditionalWriteProbe(ObjectStore store, String prefix) {
        this.store = store;
        String folder = prefix.isEmpty() ? "_nrt/" : prefix + "/_nrt/";
        this.object =
                new NewObject(folder + "conditional-write-probe", new Segments(), "application/octet-stream", Map.of());
    }

    synchronized void requireConditionalWrites() {
        if (!passed) {
            Creation first = store.create(object);
            if (first == Creation.CREATED && store.create(object) == Creation.CREATED) {
                throw new StoreException(
                        Kind.PERMANENT,
                        "the store ignores If-None-Match, without which exactly once cannot hold;"
                                + " set delivery=at-least-once to do without");
            }
            passed = true;
        }
    }
}
