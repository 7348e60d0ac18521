package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every chain with something to do gets a request, one at a time each and so many in all, first come
 * first served; a chain whose request failed rests and is tried again.
 *
 * <p>Owned by the task's thread; only the requests themselves run elsewhere.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final LinkStore links;
    private final Requests requests;
    private final Duration giveUpAfter;
    private final Monitor monitor;
    private final Deque<Chain> ready = new ArrayDeque<>();
    private final Set<Chain> engaged = new HashSet<>();
    private final Map<Chain, Backoff> failing = new LinkedHashMap<>();
    /** Chains with a request under way, and the bytes it sends. */
    private final Map<Chain, Long> sending = new HashMap<>();

    Dispatcher(LinkStore links, Requests requests, Duration giveUpAfter, Monitor monitor) {
        this.links = links;
        this.requests = requests;
        this.giveUpAfter = giveUpAfter;
        this.monitor = monitor;
    }

    /** Hears of outcomes, for chains that are not released. */
    interface Owner {
        /** A request has ended, other than by failing. */
        void apply(Chain chain, Outcome outcome);
    }

    /** Queues the chain if it has something to do and is not queued, under way or resting already. */
    void tend(Chain chain) {
        boolean hasWork = chain.floorKnown() ? chain.nextToPublish().isPresent() : !chain.isIdle();
        if (hasWork && !failing.containsKey(chain) && engaged.add(chain)) {
            ready.addLast(chain);
        }
    }

    /** Starts as many requests as there is room for. */
    void start(Instant now) {
        wakeRested(now);
        while (requests.hasRoom() && !ready.isEmpty()) {
            start(ready.removeFirst());
        }
    }

    private void wakeRested(Instant now) {
        failing.forEach((chain, backoff) -> {
            if (backoff.isOver(now) && engaged.add(chain)) {
                ready.addLast(chain);
            }
        });
    }

    private void start(Chain chain) {
        Optional<ClosedFile> next = chain.nextToPublish();
        if (!chain.floorKnown() && chain.firstHeld().isPresent()) {
            long from = chain.firstHeld().getAsLong();
            sending.put(chain, 0L);
            requests.start(chain, () -> links.lastLink(chain.id(), from));
        } else if (next.isPresent()) {
            sending.put(chain, next.get().memory());
            requests.start(chain, () -> links.publish(chain.id(), next.get()));
        } else {
            engaged.remove(chain);
        }
    }

    /**
     * Hands every outcome that has come in to {@code owner}; failures stay here.
     *
     * @throws ConnectException if a request failed for good
     */
    void settle(Instant now, Owner owner) {
        for (Requests.Completed one = requests.next(); one != null; one = requests.next()) {
            settle(one, now, owner);
        }
    }

    /** As {@link #settle(Instant, Owner)}, but waits for one outcome if none has come in; false if none came. */
    boolean settleOne(Instant now, Duration patience, Owner owner) throws InterruptedException {
        Requests.Completed one = requests.next(patience);
        if (one != null) {
            settle(one, now, owner);
        }
        return one != null;
    }

    private void settle(Requests.Completed one, Instant now, Owner owner) {
        Chain chain = one.chain();
        engaged.remove(chain);
        sending.remove(chain);
        if (chain.isReleased()) {
            return;
        }
        if (one.outcome() instanceof Outcome.Failed failed) {
            rest(chain, failed.failure(), now);
            return;
        }
        if (failing.remove(chain) != null && failing.isEmpty()) {
            LOG.info("the store answers again");
        }
        owner.apply(chain, one.outcome());
    }

    private void rest(Chain chain, StoreException failure, Instant now) {
        @Nullable Backoff before = failing.get(chain);
        boolean isFirst = failing.isEmpty();
        // Also where this throws: Connect only logs what a commit throws, so the request has to fail once more.
        failing.put(chain, before == null ? Backoff.begin(now) : before.again(now));
        if (failure.kind() == Kind.PERMANENT) {
            throw new ConnectException(failure.getMessage(), failure);
        }
        if (before != null && before.hasLasted(giveUpAfter, now)) {
            throw new ConnectException(
                    failure.getMessage() + " (given up after retry.timeout=" + giveUpAfter.toSeconds() + "s)", failure);
        }
        monitor.retried();
        if (isFirst) {
            LOG.warn("records are held and tried again for up to {}: {}", giveUpAfter, failure.getMessage());
        }
    }

    int requestsInFlight() {
        return requests.inFlight();
    }

    /** Whether requests wait for others to end: for a place among those in flight, or for the one before in their chain. */
    boolean hasMoreToDo() {
        return !ready.isEmpty() || sending.keySet().stream().anyMatch(Chain::hasMoreToPublish);
    }

    /** Bytes that are still being sent for chains that were released. */
    long memoryOfReleased() {
        if (sending.isEmpty()) {
            return 0;
        }
        return sending.entrySet().stream()
                .filter(entry -> entry.getKey().isReleased())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Tries the resting ones of these chains again now. */
    void wake(Collection<Chain> chains) {
        for (Chain chain : chains) {
            if (failing.containsKey(chain) && engaged.add(chain)) {
                ready.addLast(chain);
            }
        }
    }

    /** When the first of the resting chains may be tried again. */
    Optional<Instant> nextTry() {
        return failing.entrySet().stream()
                .filter(entry -> !engaged.contains(entry.getKey()))
                .map(entry -> entry.getValue().until())
                .min(Instant::compareTo);
    }

    /** Forgets chains that were released; requests of theirs that are under way end unheard. */
    void forgetReleased() {
        ready.removeIf(chain -> chain.isReleased() && engaged.remove(chain));
        failing.keySet().removeIf(Chain::isReleased);
    }
}
