package io.nrtstreams.sql.function;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What functions take from the world rather than from rows: the time, and chance. They are the system's, unless a host tells
 * a thread others: rows that run again must give what they gave, so a host tells the same again. One that was told is used by
 * one thread.
 */
public final class Present implements InstantSource {

    private static final ThreadLocal<Told> TOLD = ThreadLocal.withInitial(Told::new);

    private final Instant time;
    private final SplittableRandom chance;

    private static final class Told {
        private @Nullable Present present;
    }

    /**
     * A present of its own.
     *
     * @param time in ms since the epoch
     * @param seed of all chance
     */
    public Present(long time, long seed) {
        this.time = Instant.ofEpochMilli(time);
        this.chance = new SplittableRandom(seed);
    }

    /** Lets the functions that this thread calls see a present, until another call; null for the system's. */
    public static void tell(@Nullable Present present) {
        TOLD.get().present = present;
    }

    /** A clock in UTC that shows each thread its present. */
    public static Clock clock() {
        return ((InstantSource) () -> {
                    Present told = TOLD.get().present;
                    return told == null ? Instant.now() : told.instant();
                })
                .withZone(ZoneOffset.UTC);
    }

    /** A random identifier (version 4 of RFC 9562). */
    public static UUID uuid() {
        Present told = TOLD.get().present;
        if (told == null) {
            return UUID.randomUUID();
        }
        long most = (told.chance.nextLong() & ~0xF000L) | 0x4000L;
        long least = (told.chance.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(most, least);
    }

    @Override
    public Instant instant() {
        return time;
    }
}
