package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.NewObject;
import io.nrtstreams.connect.s3.storage.ObjectHead;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.connect.s3.storage.UnfinishedUpload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Objects in memory, for an audit to read. */
final class MemoryStore implements ObjectStore {
    private record Kept(byte[] content, Map<String, String> metadata) {}

    private final Map<String, Kept> objects = new TreeMap<>();

    /** An object that has no metadata of the sink. */
    MemoryStore stranger(String key, String content) {
        objects.put(key, new Kept(content.getBytes(StandardCharsets.UTF_8), Map.of()));
        return this;
    }

    /** An object with the metadata of a link. */
    MemoryStore link(String key, ObjectLink link, String content) {
        objects.put(key, new Kept(content.getBytes(StandardCharsets.UTF_8), link.toMetadata()));
        return this;
    }

    @Override
    public Stream<StoredObject> list(String prefix, String after) {
        return objects.entrySet().stream()
                .filter(object ->
                        object.getKey().startsWith(prefix) && object.getKey().compareTo(after) > 0)
                .map(object ->
                        new StoredObject(object.getKey(), object.getValue().content().length));
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return Optional.ofNullable(objects.get(key))
                .map(kept -> new ObjectHead(kept.content().length, kept.metadata()));
    }

    @Override
    public InputStream read(String key) {
        return new ByteArrayInputStream(objects.get(key).content());
    }

    @Override
    public Creation create(NewObject object) {
        throw new UnsupportedOperationException("an audit writes nothing");
    }

    @Override
    public void put(NewObject object) {
        throw new UnsupportedOperationException("an audit writes nothing");
    }

    @Override
    public Stream<UnfinishedUpload> unfinishedUploads(String prefix) {
        return Stream.empty();
    }

    @Override
    public void abort(UnfinishedUpload upload) {
        throw new UnsupportedOperationException("there is no upload in parts here");
    }

    @Override
    public void createBucketIfMissing() {
        throw new UnsupportedOperationException("an audit writes nothing");
    }

    @Override
    public void close() {
        // Nothing to let go of.
    }
}
