package io.nrtstreams.connect.s3.delivery;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * The chains of one topic-partition, and from where it must be read again if that has turned out to be needed.
 *
 * <p>Holds at most {@value #MOST} chains that hold nothing themselves; the least recently used go first. Without I/O;
 * owned by the task's thread.
 */
public final class PartitionChains {
    static final int MOST = 2_000;
    private static final long NOWHERE = Long.MAX_VALUE;

    private final TopicPartition source;
    private final Map<Route, Chain> chains = new LinkedHashMap<>(16, 0.75f, true);
    private long wantedFrom = NOWHERE;
    private long requestedFrom = NOWHERE;
    /** What was seen last, or gone back to since, ends here: from here on the chains have yet to be shown. */
    private long unseenFrom = NOWHERE;

    private long failedUpTo = -1;

    PartitionChains(TopicPartition source) {
        this.source = source;
    }

    TopicPartition source() {
        return source;
    }

    /** Whether these are the chains of that topic-partition. */
    public boolean isOf(String topic, int partition) {
        return source.partition() == partition && source.topic().equals(topic);
    }

    /** The chain of a route, made if there is none. */
    Chain chain(Route route, Function<Route, Chain> make) {
        Chain known = chains.get(route);
        if (known != null) {
            return known;
        }
        if (chains.size() >= MOST) {
            forgetOneIdle();
        }
        Chain made = make.apply(route);
        chains.put(route, made);
        return made;
    }

    private void forgetOneIdle() {
        for (Iterator<Chain> eldest = chains.values().iterator(); eldest.hasNext(); ) {
            Chain chain = eldest.next();
            if (chain.isIdle()) {
                chain.release();
                eldest.remove();
                return;
            }
        }
    }

    Collection<Chain> chains() {
        return chains.values();
    }

    /** The partition has to be read again from {@code offset}. */
    void readAgainFrom(long offset) {
        wantedFrom = Math.min(wantedFrom, offset);
    }

    /**
     * From where to read again, if that is to be requested; counts as requested from now on. Never leaps forward over
     * what an earlier request went back for and the chains have not been shown since.
     */
    OptionalLong requestReadingAgain() {
        if (wantedFrom == NOWHERE) {
            return OptionalLong.empty();
        }
        requestedFrom = Math.min(wantedFrom, unseenFrom);
        unseenFrom = requestedFrom;
        wantedFrom = NOWHERE;
        return OptionalLong.of(requestedFrom);
    }

    private boolean isOutOfPlace() {
        return requestedFrom != NOWHERE;
    }

    /** A record has come; says whether its chain may be shown it. */
    public boolean sees(long offset) {
        if (isOutOfPlace()) {
            return false;
        }
        unseenFrom = offset + 1;
        return true;
    }

    /** Whether a record that cannot be stored is met for the first time, and not again after a rewind. */
    public boolean isFirstFailureAt(long offset) {
        boolean first = offset > failedUpTo;
        failedUpTo = Math.max(failedUpTo, offset);
        return first;
    }

    /** The framework has gone where it was asked to go: it does before it polls again. */
    void isInPlace() {
        requestedFrom = NOWHERE;
    }

    /**
     * The offset to commit: every record below it is durable, or was not to be stored.
     *
     * @param position the offset after the last record that the framework delivered or filtered
     */
    long frontier(long position) {
        long frontier = Math.min(position, Math.min(wantedFrom, requestedFrom));
        for (Chain chain : chains.values()) {
            frontier = Math.min(frontier, chain.firstHeld().orElse(NOWHERE));
        }
        return frontier;
    }
}
