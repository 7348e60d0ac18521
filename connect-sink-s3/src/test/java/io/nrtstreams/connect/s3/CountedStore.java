package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.connect.s3.storage.UnfinishedUpload;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that counts the keys that listings gave. */
public final class CountedStore implements ObjectStore {
    private final ObjectStore store;
    private int keysListed;

    public CountedStore(ObjectStore store) {
        this.store = store;
    }

    public int keysListed() {
        return keysListed;
    }

    @Override
    public Stream<StoredObject> list(String prefix, String after) {
        return store.list(prefix, after).peek(object -> keysListed++);
    }

    @Override
    public Creation create(NewObject object) {
        return store.create(object);
    }

    @Override
    public void put(NewObject object) {
        store.put(object);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return store.head(key);
    }

    @Override
    public InputStream read(String key) {
        return store.read(key);
    }

    @Override
    public Stream<UnfinishedUpload> unfinishedUploads(String prefix) {
        return store.unfinishedUploads(prefix);
    }

    @Override
    public void abort(UnfinishedUpload upload) {
        store.abort(upload);
    }

    @Override
    public void createBucketIfMissing() {
        store.createBucketIfMissing();
    }

    @Override
    public void close() {
        store.close();
    }
}
