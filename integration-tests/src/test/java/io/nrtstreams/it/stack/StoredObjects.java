package io.nrtstreams.it.stack;

import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** What a sink has stored below a prefix, whole: for tests, whose objects are small. */
public record StoredObjects(List<Stored> all) {
    /** An object, with what its metadata says that it holds. */
    public record Stored(String key, long records, byte[] content) {}

    /** Reads them, in the order of their keys. */
    public static StoredObjects below(ObjectStore store, String prefix) {
        try (Stream<StoredObject> objects = store.list(prefix + "/")) {
            return new StoredObjects(objects.map(StoredObject::key)
                    .filter(key -> !key.startsWith(prefix + "/_nrt/"))
                    .map(key -> read(store, key))
                    .toList());
        }
    }

    private static Stored read(ObjectStore store, String key) {
        ObjectHead head = store.head(key).orElseThrow();
        try (InputStream content = store.read(key)) {
            return new Stored(key, head.link().recordCount(), content.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(key + " cannot be read", e);
        }
    }

    /** How many records they hold by their metadata. */
    public long records() {
        return all.stream().mapToLong(Stored::records).sum();
    }
}
