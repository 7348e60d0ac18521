package io.nrtstreams.connect.s3.config.porting;

import java.util.Map;
import java.util.Optional;

/** What becomes of one key of another sink with one value. */
sealed interface Outcome {
    /**
     * It is set in keys of this sink.
     *
     * @param settings values by key of this sink
     * @param besides what goes with them, unless it is set otherwise
     * @param difference what is not quite as there, told when the connector starts
     */
    record Becomes(Map<String, String> settings, Map<String, String> besides, Optional<String> difference)
            implements Outcome {}

    /** It is accepted, does nothing, and that is told when the connector starts. */
    record Ignored(String reason) implements Outcome {}

    /** It is not ours to read: it is handed on under its own name. */
    record Kept() implements Outcome {}

    /** It asks for what is so here anyway, or is read together with another key: nothing to say. */
    record Settled() implements Outcome {}

    /** It means something that is not to be had here. */
    record Refused(String remedy) implements Outcome {}

    static Outcome becomes(String key, String value) {
        return new Becomes(Map.of(key, value), Map.of(), Optional.empty());
    }

    static Outcome settled() {
        return new Settled();
    }
}
