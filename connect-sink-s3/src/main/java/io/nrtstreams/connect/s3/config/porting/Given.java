package io.nrtstreams.connect.s3.config.porting;

import java.util.Map;
import java.util.Optional;

/**
 * A configuration as one of the other sinks would read it.
 *
 * @param properties as they were given
 * @param peer whose defaults count
 */
record Given(Map<String, String> properties, Peer peer) {
    /** The value that is set and not blank. */
    Optional<String> set(String key) {
        return Optional.ofNullable(properties.get(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** The value that counts: what is set, or the other sink's default. */
    String value(String key) {
        return set(key).orElseGet(
                        () -> peer.key(key).map(PeerKey::standard).orElseThrow(() -> new IllegalStateException(key)));
    }

    boolean isTrue(String key) {
        return value(key).equalsIgnoreCase("true");
    }
}
