package io.nrtstreams.quickstart.s3;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.audit.LakeLocation;
import java.util.stream.Stream;

/** The objects of a bucket below a prefix. Thread-safe. */
public final class Lake implements AutoCloseable {
    private final ObjectStore store;
    private final LakeLocation location;

    private Lake(ObjectStore store, LakeLocation location) {
        this.store = store;
        this.location = location;
    }

    /** A lake with a client of its own; nothing is asked yet. */
    public static Lake at(LakeLocation location) {
        return new Lake(location.open(), location);
    }

    /**
     * How many objects there are and how large, by listing all of them, a thousand to a request.
     *
     * @throws CommandFailure if the endpoint refuses or does not answer
     */
    public LakeSize size() {
        try (Stream<StoredObject> objects = store.list(location.prefix())) {
            return objects.map(StoredObject::size).reduce(LakeSize.EMPTY, LakeSize::plus, LakeSize::plus);
        } catch (StoreException e) {
            throw new CommandFailure("The objects of " + location + " cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
