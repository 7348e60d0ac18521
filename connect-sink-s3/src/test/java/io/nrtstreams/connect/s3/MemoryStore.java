package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.connect.s3.storage.UnfinishedUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store in memory, with which thousands of faults can be tried in a second. */
public final class MemoryStore implements ObjectStore {
    private record Kept(byte[] content, Map<String, String> metadata) {}

    private final NavigableMap<String, Kept> objects = new TreeMap<>();

    private final List<UnfinishedUpload> unfinished = new ArrayList<>();

    @Override
    public Creation create(NewObject object) {
        if (objects.containsKey(object.key())) {
            return Creation.EXISTS;
        }
        put(object);
        return Creation.CREATED;
    }

    @Override
    public void put(NewObject object) {
        try (InputStream content = object.content().stream()) {
            objects.put(object.key(), new Kept(content.readAllBytes(), object.metadata()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stream<StoredObject> list(String prefix, String after) {
        return objects.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new StoredObject(entry.getKey(), entry.getValue().content().length));
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return Optional.ofNullable(objects.get(key))
                .map(kept -> new ObjectHead(kept.content().length, kept.metadata()));
    }

    @Override
    public InputStream read(String key) {
        Kept kept = objects.get(key);
        if (kept == null) {
            throw new StoreException(Kind.PERMANENT, "there is no such object");
        }
        return new ByteArrayInputStream(kept.content());
    }

    /** Leaves an upload behind, as a task does that is killed. */
    public void leave(UnfinishedUpload upload) {
        unfinished.add(upload);
    }

    @Override
    public Stream<UnfinishedUpload> unfinishedUploads(String prefix) {
        return List.copyOf(unfinished).stream().filter(upload -> upload.key().startsWith(prefix));
    }

    @Override
    public void abort(UnfinishedUpload upload) {
        unfinished.remove(upload);
    }

    @Override
    public void createBucketIfMissing() {
        // It is always there.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** Keys of the links, in order. */
    public List<String> keys() {
        return objects.keySet().stream().filter(key -> !key.contains("_nrt/")).toList();
    }

    /** All lines of all links. */
    public List<String> lines() {
        return keys().stream()
                .map(key -> Objects.requireNonNull(objects.get(key)).content())
                .flatMap(content -> new String(content, StandardCharsets.UTF_8).lines())
                .toList();
    }
}
