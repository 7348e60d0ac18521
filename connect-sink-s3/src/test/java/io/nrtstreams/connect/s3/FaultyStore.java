package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.connect.s3.storage.UnfinishedUpload;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store between the sink and the real one, whose requests a test counts and lets fail. */
final class FaultyStore implements ObjectStore {
    /** Decides what becomes of the n-th request, counted from 1. */
    interface Fault {
        Fate of(int request);
    }

    /** What becomes of a request. */
    enum Fate {
        SUCCEEDS,
        /** The store never sees it. */
        IS_LOST,
        /** The store does it, and the answer is lost. */
        ANSWER_IS_LOST,
        /** The store is busy. */
        IS_TURNED_AWAY
    }

    private final ObjectStore store;
    private final Fault fault;
    private int requests;

    FaultyStore(ObjectStore store, Fault fault) {
        this.store = store;
        this.fault = fault;
    }

    /** Stops at the n-th request and answers none after it, as for a process that was killed there. */
    static FaultyStore killedAt(int last, Fate fate, ObjectStore store) {
        return new FaultyStore(
                store, request -> request < last ? Fate.SUCCEEDS : request == last ? fate : Fate.IS_LOST);
    }

    int requests() {
        return requests;
    }

    private <T> T request(Supplier<T> request) {
        requests++;
        Fate fate = fault.of(requests);
        if (fate == Fate.IS_LOST) {
            throw new StoreException(Kind.PERMANENT, "killed before request " + requests);
        }
        if (fate == Fate.IS_TURNED_AWAY) {
            throw new StoreException(Kind.TRANSIENT, "busy at request " + requests);
        }
        T answer = request.get();
        if (fate == Fate.ANSWER_IS_LOST) {
            throw new StoreException(Kind.PERMANENT, "killed after request " + requests);
        }
        return answer;
    }

    @Override
    public Creation create(NewObject object) {
        return request(() -> store.create(object));
    }

    @Override
    public void put(NewObject object) {
        request(() -> {
            store.put(object);
            return object;
        });
    }

    @Override
    public Stream<StoredObject> list(String prefix, String after) {
        return request(() -> store.list(prefix, after));
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return request(() -> store.head(key));
    }

    @Override
    public InputStream read(String key) {
        return request(() -> store.read(key));
    }

    @Override
    public Stream<UnfinishedUpload> unfinishedUploads(String prefix) {
        return request(() -> store.unfinishedUploads(prefix));
    }

    @Override
    public void abort(UnfinishedUpload upload) {
        request(() -> {
            store.abort(upload);
            return upload;
        });
    }

    @Override
    public void createBucketIfMissing() {
        store.createBucketIfMissing();
    }

    @Override
    public void close() {
        // The store belongs to the test.
    }
}
