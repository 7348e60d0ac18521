package io.nrtstreams.sql.format;

import io.nrtstreams.sql.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the format of a topic's keys or values from their bytes, for printing topics that nobody has declared: every
 * record rules out what it cannot be. Single-threaded.
 */
public final class FormatGuess {

    private final List<Candidate> candidates;

    private FormatGuess(List<Candidate> candidates) {
        this.candidates = new ArrayList<>(candidates);
    }

    /**
     * A guess at keys, which may be windowed.
     *
     * @param registry tells the kind of the schema that bytes name; without one, none of its formats is guessed
     */
    public static FormatGuess ofKeys(Optional<SchemaRegistry> registry) {
        List<Candidate> plain = Candidates.plain(registry);
        List<Candidate> all = new ArrayList<>(Candidates.windowed(plain));
        all.addAll(plain);
        return new FormatGuess(all);
    }

    /**
     * A guess at values.
     *
     * @param registry tells the kind of the schema that bytes name; without one, none of its formats is guessed
     */
    public static FormatGuess ofValues(Optional<SchemaRegistry> registry) {
        return new FormatGuess(Candidates.plain(registry));
    }

    /** Rules out what these bytes are not; null rules out nothing. */
    public void see(byte @Nullable [] bytes) {
        if (bytes != null) {
            candidates.removeIf(candidate -> !candidate.fits(bytes));
        }
    }

    /** What is left, the likeliest first; empty when the bytes are of no known format, or of several. */
    public List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** A format that the bytes may have. Thread-safe. */
    public interface Candidate {

        /** Such as JSON, KAFKA_BIGINT or SESSION(KAFKA_STRING). */
        String name();

        /** Whether the bytes can be of this format. */
        boolean fits(byte[] bytes);

        /** The bytes as a reader wants to see them; for AVRO and PROTOBUF in base 64, as only their own codec reads them. */
        String text(byte[] bytes);
    }
}
