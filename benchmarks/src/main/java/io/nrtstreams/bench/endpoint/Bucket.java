package io.nrtstreams.bench.endpoint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one run has stored: of an object its key, measures and metadata, the bytes only of small ones. At most a million
 * objects and ten thousand uploads at a time; more are refused. Thread-safe.
 */
final class Bucket {
    private static final int MOST_OBJECTS = 1_000_000;
    private static final int MOST_UPLOADS = 10_000;
    /** Of so many objects at most the bytes are kept: 40 MB. */
    private static final int MOST_KEPT = 10_000;

    private final long latencyMillis;
    private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final Map<RequestKind, LongAdder> requests = new EnumMap<>(RequestKind.class);
    private final LongAdder refused = new LongAdder();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong nextUpload = new AtomicLong();

    Bucket(long latencyMillis) {
        this.latencyMillis = latencyMillis;
        for (RequestKind kind : RequestKind.values()) {
            requests.put(kind, new LongAdder());
        }
    }

    /** An object without most of its bytes. */
    record Stored(Content content, Map<String, String> headers, String etag) {}

    /** An upload in parts that is not completed. */
    record Upload(String key, Map<String, String> headers, ConcurrentSkipListMap<Integer, Content> parts) {}

    long latencyMillis() {
        return latencyMillis;
    }

    void count(RequestKind kind) {
        LongAdder counter = requests.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    void countRefused() {
        refused.increment();
    }

    /** Stores an object, atomically if only where there is none. */
    Stored store(String key, Content content, Map<String, String> headers, Condition condition) throws Refusal {
        if (objects.size() >= MOST_OBJECTS) {
            throw new Refusal(507, "InsufficientStorage", "over a million objects");
        }
        Stored stored = new Stored(trimmed(content), headers, etag(content));
        if (condition == Condition.NONE) {
            objects.put(key, stored);
        } else if (objects.putIfAbsent(key, stored) != null) {
            throw new Refusal(412, "PreconditionFailed", "the object exists");
        }
        return stored;
    }

    private Content trimmed(Content content) {
        if (!content.kept().hasRemaining() || kept.incrementAndGet() <= MOST_KEPT) {
            return content;
        }
        return new Content(
                content.bytes(),
                content.lineFeeds(),
                content.endsOpen(),
                content.crc32(),
                content.compressed(),
                content.first(),
                Content.NOT_KEPT);
    }

    /** With a dash, as those of multipart objects have it, so that no client takes it for an MD5. */
    static String etag(Content content) {
        return String.format("\"%08x-1\"", content.crc32());
    }

    Optional<Stored> object(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    void delete(String key) {
        objects.remove(key);
    }

    /** Up to {@code most} objects after {@code after} whose keys begin with {@code prefix}, in order. */
    List<Map.Entry<String, Stored>> list(String prefix, String after, int most) {
        NavigableMap<String, Stored> tail =
                after.compareTo(prefix) >= 0 ? objects.tailMap(after, false) : objects.tailMap(prefix, true);
        List<Map.Entry<String, Stored>> page = new ArrayList<>();
        for (Map.Entry<String, Stored> entry : tail.entrySet()) {
            if (page.size() == most || !entry.getKey().startsWith(prefix)) {
                break;
            }
            page.add(entry);
        }
        return page;
    }

    String begin(String key, Map<String, String> headers) throws Refusal {
        if (uploads.size() >= MOST_UPLOADS) {
            throw new Refusal(507, "InsufficientStorage", "over ten thousand uploads are not completed");
        }
        String id = "upload-" + nextUpload.incrementAndGet();
        uploads.put(id, new Upload(key, headers, new ConcurrentSkipListMap<>()));
        return id;
    }

    Upload upload(String key, String id) throws Refusal {
        Upload upload = uploads.get(id);
        if (upload == null || !upload.key().equals(key)) {
            throw new Refusal(404, "NoSuchUpload", "there is no such upload");
        }
        return upload;
    }

    void end(String id) {
        uploads.remove(id);
    }

    Map<String, String> unfinished() {
        Map<String, String> keys = new TreeMap<>();
        uploads.forEach((id, upload) -> keys.put(id, upload.key()));
        return keys;
    }

    /** What the objects under a prefix hold, and all requests so far. */
    Counts counts(String prefix) {
        long count = 0;
        long lines = 0;
        long bytes = 0;
        for (Map.Entry<String, Stored> entry : list(prefix, "", Integer.MAX_VALUE)) {
            count++;
            lines += entry.getValue().content().lines();
            bytes += entry.getValue().content().bytes();
        }
        Map<RequestKind, Long> sums = new EnumMap<>(RequestKind.class);
        requests.forEach((kind, sum) -> sums.put(kind, sum.sum()));
        return new Counts(count, lines, bytes, refused.sum(), sums);
    }
}
