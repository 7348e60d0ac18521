package io.nrtstreams.connect.s3.delivery;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The chains of one topic-partition, and from where it must be read again if that has turned out to be needed.
 *
 * <p>Holds at most {@value #MOST} chains that hold nothing themselves; the least recently used go first. Without I/O;
 * owned by the task's thread.
 */
final class PartitionChains {
    static final int MOST = 10_000;
    private static final long NOWHERE = Long.MAX_VALUE;

    private final Map<ChainId, Chain> chains = new LinkedHashMap<>(16, 0.75f, true);
    private long wantedFrom = NOWHERE;
    private long requestedFrom = NOWHERE;
    /** What was seen last, or gone back to since, ends here: from here on the chains have yet to be shown. */
    private long unseenFrom = NOWHERE;

    /** The chain of that name, made if there is none. */
    Chain chain(ChainId id, Function<ChainId, Chain> make) {
        Chain known = chains.get(id);
        if (known != null) {
            return known;
        }
        if (chains.size() >= MOST) {
            forgetOneIdle();
        }
        Chain made = make.apply(id);
        chains.put(id, made);
        return made;
    }

    private void forgetOneIdle() {
        for (Iterator<Chain> eldest = chains.values().iterator(); eldest.hasNext(); ) {
            if (eldest.next().isIdle()) {
                eldest.remove();
                return;
            }
        }
    }

    /** Whether the chain is still one of these. */
    boolean holds(Chain chain) {
        return chains.get(chain.id()) == chain;
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
    boolean sees(long offset) {
        if (isOutOfPlace()) {
            return false;
        }
        unseenFrom = offset + 1;
        return true;
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
