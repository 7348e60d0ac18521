package io.nrtstreams.analytics.host.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Clients that nobody uses at the moment. One is closed when {@link #IDLE} is over, or when there are more than {@link #MOST},
 * the one longest idle first; both are looked after when another comes. Once
 * this is closed, it keeps none. Thread-safe.
 */
final class IdleClients<K, C> implements AutoCloseable {

    /** Each client has a connection and buffers, a producer a thread too. */
    private static final int MOST = 64;

    /** Far less than the week after which brokers forget transactional ids. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Consumer<C> closer;
    private final Map<K, Entry<C>> entries = new LinkedHashMap<>();
    private boolean isClosed;

    IdleClients(Consumer<C> closer) {
        this.closer = closer;
    }

    /** The client of the key, from now on the caller's; null when there is none. */
    synchronized @Nullable C take(K key) {
        Entry<C> entry = entries.remove(key);
        return entry == null ? null : entry.client;
    }

    /** Keeps a client for the next that asks, in place of the one it has. */
    void put(K key, C client) {
        List<C> closing = new ArrayList<>();
        synchronized (this) {
            Entry<C> former = entries.remove(key);
            if (former != null) {
                closing.add(former.client);
            }
            if (isClosed) {
                closing.add(client);
            } else {
                entries.put(key, new Entry<>(client, System.nanoTime()));
                takeStale(closing);
            }
        }
        closing.forEach(closer);
    }

    private void takeStale(List<C> into) {
        long now = System.nanoTime();
        Iterator<Entry<C>> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext()) {
            Entry<C> entry = oldestFirst.next();
            if (entries.size() <= MOST && now - entry.since < IDLE.toNanos()) {
                return;
            }
            into.add(entry.client);
            oldestFirst.remove();
        }
    }

    @Override
    public void close() {
        List<C> closing = new ArrayList<>();
        synchronized (this) {
            isClosed = true;
            entries.values().forEach(entry -> closing.add(entry.client));
            entries.clear();
        }
        closing.forEach(closer);
    }

    private record Entry<C>(C client, long since) {}
}
