package io.nrtstreams.connect.s3.config.porting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Another S3 sink whose configurations are read.
 *
 * @param title how it is called in messages
 * @param marks keys that only its configurations have, and none of them lacks all of
 * @param keys all of its own keys, by name
 */
record Peer(String title, List<String> marks, Map<String, PeerKey> keys) {
    static final Peer CONFLUENT = of(
            "Confluent's S3 sink",
            List.of("flush.size", "format.class", "storage.class", "s3.bucket.name"),
            ConfluentKeys.all());
    static final Peer AIVEN = of("Aiven's S3 sink", List.of("aws.s3.bucket.name", "aws_s3_bucket"), AivenKeys.all());
    static final List<Peer> ALL = List.of(CONFLUENT, AIVEN);

    private static Peer of(String title, List<String> marks, List<PeerKey> keys) {
        return new Peer(
                title, marks, keys.stream().collect(Collectors.toUnmodifiableMap(PeerKey::name, Function.identity())));
    }

    Optional<PeerKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** The marks that a configuration has. */
    List<String> marksOf(Map<String, String> properties) {
        return marks.stream().filter(properties::containsKey).toList();
    }
}
