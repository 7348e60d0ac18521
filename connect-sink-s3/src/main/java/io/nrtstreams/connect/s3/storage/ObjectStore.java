package io.nrtstreams.connect.s3.storage;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One bucket of an object store.
 *
 * <p>Every method throws {@link StoreException} where the store cannot be reached or refuses; the message has the
 * remedy. Implementations are thread-safe. A request of a thread that is interrupted, or one that is running when the
 * store is closed, ends soon, with a {@link StoreException} that says so.
 */
public interface ObjectStore extends AutoCloseable {
    /** Whether a conditional create wrote the object, or found one under its key. */
    enum Creation {
        CREATED,
        EXISTS
    }

    /** Writes the object unless there is one under its key; of several writers at the same time one wins. */
    Creation create(NewObject object);

    /** Writes the object, in place of one that may be there. */
    void put(NewObject object);

    /** All objects whose key starts with {@code prefix}, in the order of their keys; pages are fetched as needed. */
    default Stream<StoredObject> list(String prefix) {
        return list(prefix, "");
    }

    /** As {@link #list(String)}, only the keys after {@code after}. */
    Stream<StoredObject> list(String prefix, String after);

    /** The object without its content, or empty if there is none. */
    Optional<ObjectHead> head(String key);

    /** The content of an object; the caller closes the stream. */
    InputStream read(String key);

    /**
     * Uploads in parts under {@code prefix} that were begun and neither completed nor aborted, by whoever it was; pages are
     * fetched as needed. One that is going on at the moment is among them.
     */
    Stream<UnfinishedUpload> unfinishedUploads(String prefix);

    /** Gives up an unfinished upload and frees what its parts take up; one that has ended meanwhile is left as it is. */
    void abort(UnfinishedUpload upload);

    /** Creates the bucket if it does not exist. Meant for local stores: in AWS a bucket is made with its policies. */
    void createBucketIfMissing();

    @Override
    void close();
}
