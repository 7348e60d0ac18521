package io.nrtstreams.connect.s3.config.porting;

import static io.nrtstreams.connect.s3.config.porting.PeerKey.REQUIRED;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.alias;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.ignored;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.only;
import static io.nrtstreams.connect.s3.config.porting.PeerKey.translated;

import io.nrtstreams.connect.s3.config.porting.PeerKey.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where Confluent's S3 sink stores, and how it speaks to the store. */
final class ConfluentStore {
    private static final String TAGGING = "s3.object.tagging";
    private static final String TAG_PAIRS = "s3.object.tagging.key.value.pairs";

    private ConfluentStore() {}

    static List<PeerKey> keys() {
        List<PeerKey> keys = new ArrayList<>(place());
        keys.addAll(requests());
        return keys;
    }

    private static List<PeerKey> place() {
        return List.of(
                only(
                        "io.confluent.connect.s3.storage.S3Storage",
                        "storage.class",
                        REQUIRED,
                        "nothing but S3 is stored to; for a storage class of S3 set s3.storage.class"),
                alias("s3.bucket.name", REQUIRED, "s3.bucket"),
                alias("s3.region", "us-west-2", "s3.region").with(Trait.DEFAULT_APPLIES),
                alias("store.url", "", "s3.endpoint").with(Trait.SECRET),
                alias("s3.path.style.access.enabled", "true", "s3.path.style").with(Trait.DEFAULT_APPLIES),
                alias("topics.dir", "topics", "s3.prefix").with(Trait.DEFAULT_APPLIES, Trait.EMPTY_COUNTS),
                only("/", "directory.delim", "/", "folders end with a slash; remove the key"),
                only("+", "file.delim", "+", "the parts of a file's name are parted by +; remove the key"),
                ignored("filename.offset.zero.pad.width", "10", "offsets in names always have 20 digits"),
                alias("s3.acl.canned", "", "s3.acl"),
                PeerKey.of(TAGGING, "false", List.of("s3.tags"), ConfluentStore::tagging)
                        .remark(
                                "The offsets and the count, which it tags there, are user metadata of every object here:"
                                        + " `nrt-first-offset`, `nrt-last-offset`, `nrt-record-count`."),
                PeerKey.of(
                                TAG_PAIRS,
                                "",
                                List.of(),
                                (value, given) -> given.isTrue(TAGGING)
                                        ? Outcome.settled()
                                        : new Outcome.Ignored(
                                                "only s3.object.tagging=true reads it; for tags set s3.tags"))
                        .here("`s3.tags`")
                        .remark("Read with `s3.object.tagging=true`, as there: `a:1,b:2` is `a=1,b=2`."),
                ignored(
                        "s3.object.behavior.on.tagging.error",
                        "ignore",
                        "tags are part of the request that stores the object and fail with it"));
    }

    private static Outcome tagging(String value, Given given) {
        if (!value.equalsIgnoreCase("true")) {
            return Outcome.settled();
        }
        Map<String, String> tags = given.set(TAG_PAIRS)
                .map(ConfluentStore::tags)
                .map(pairs -> Map.of("s3.tags", pairs))
                .orElse(Map.of());
        return new Outcome.Becomes(
                tags, Map.of(), Optional.of("offsets and record count are user metadata of the object, not tags"));
    }

    private static String tags(String pairs) {
        List<String> tags = new ArrayList<>();
        for (String pair : pairs.split(",", -1)) {
            String[] parts = pair.trim().split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("expected " + TAG_PAIRS + " such as team:lake,stage:raw");
            }
            tags.add(parts[0].trim() + "=" + parts[1].trim());
        }
        return String.join(",", tags);
    }

    private static List<PeerKey> requests() {
        return List.of(
                alias("s3.part.size", "26214400", "s3.part.size"),
                translated("s3.part.retries", "3", "s3.attempts", value -> value.equals("0") ? "1" : value)
                        .remark("It is how often a request is tried in all there as well; 0 is read as 1."),
                translated("s3.retry.backoff.ms", "200", "s3.retry.backoff", Spelling::pause),
                alias("s3.proxy.url", "", "s3.proxy.url").with(Trait.SECRET),
                alias("s3.proxy.user", "", "s3.proxy.user").with(Trait.SECRET),
                alias("s3.proxy.password", "", "s3.proxy.password").with(Trait.SECRET),
                only("false", "s3.wan.mode", "false", "there is no transfer acceleration here; remove the key"),
                ignored("s3.http.send.expect.continue", "true", "the HTTP client decides"),
                ignored("s3.send.digest", "false", "uploads carry a checksum; see s3.checksum"),
                ignored("s3.elastic.buffer.enable", "false", "every file takes the memory it holds; see memory.budget"),
                ignored("s3.elastic.buffer.init.capacity", "131072", "files begin small and grow; see memory.budget"));
    }
}
