package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.file.FileBytes;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * From records to durable files: fills the file of each chain, closes it when it is due, publishes it, and knows which
 * offsets may be committed.
 *
 * <p>Files hold at most the memory budget plus what one call of {@link #append} for each record of a poll adds. Owned by
 * the task's thread.
 */
public final class Deliveries {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final DeliverySettings settings;
    private final InstantSource clock;
    private final RecordFormat format;
    private final ObjectNames names;
    private final FileFiller filler;
    private final Dispatcher dispatcher;
    private final Map<TopicPartition, PartitionChains> partitions = new HashMap<>();
    /** Chains with an open file, the one opened first in front; some may have been closed since. */
    private final Set<Chain> opened = new LinkedHashSet<>();

    private final Dispatcher.Owner owner = new Outcomes();
    private long memory;

    private Deliveries(DeliverySettings settings, Parts parts, Dispatcher dispatcher) {
        this.settings = settings;
        this.format = parts.format();
        this.names = parts.names();
        this.filler = new FileFiller(parts.files());
        this.dispatcher = dispatcher;
        this.clock = parts.clock();
    }

    /** What deliveries are made with. */
    public record Parts(
            ObjectStore store,
            ObjectNames names,
            RecordFormat format,
            Supplier<FileBytes> files,
            Executor executor,
            InstantSource clock,
            String writerId) {}

    /** Deliveries without any partition yet. */
    public static Deliveries of(DeliverySettings settings, Parts parts) {
        String contentType = parts.format().contentType();
        LinkStore links = settings.guarantee() == Guarantee.EXACTLY_ONCE
                ? new ConditionalLinks(parts.store(), parts.names(), contentType, parts.writerId())
                : new UnconditionalLinks(parts.store(), parts.names(), contentType, parts.writerId());
        Dispatcher dispatcher = new Dispatcher(links, parts.executor(), settings.inFlight(), settings.giveUpAfter());
        return new Deliveries(settings, parts, dispatcher);
    }

    /** Takes on partitions; what the store has of them is found out as records come. */
    public void assign(Collection<TopicPartition> assigned) {
        assigned.forEach(partition -> partitions.put(partition, new PartitionChains()));
    }

    /**
     * Where partitions have to be read again, as another writer was there first. What comes of them until
     * {@link #areInPlace} follows a gap and must not be appended.
     */
    public Map<TopicPartition, Long> readAgain() {
        Map<TopicPartition, Long> again = new HashMap<>();
        partitions.forEach(
                (partition, chains) -> chains.requestReadingAgain().ifPresent(offset -> again.put(partition, offset)));
        return again;
    }

    /** The framework has gone where {@link #readAgain} said. */
    public void areInPlace() {
        partitions.values().forEach(PartitionChains::isInPlace);
    }

    /**
     * Takes a record that {@link #sees} said yes to, unless it is durable or held already.
     *
     * @throws BadRecordException if it cannot be written; nothing of it was
     */
    public void append(ChainId id, SinkRecord record) {
        Chain chain = partition(id.source()).chain(id, this::newChain);
        changing(chain, () -> fill(chain, record));
    }

    private void fill(Chain chain, SinkRecord record) {
        if (filler.append(chain, record, clock.instant())) {
            opened.remove(chain);
            opened.add(chain);
        }
        if (chain.open().filter(settings.rotation()::isFull).isPresent()) {
            chain.closeOpenFile();
        }
    }

    /**
     * A record of the partition has come. Every one is told, also one that is not stored, in the order of the offsets.
     *
     * @return whether it follows the ones before; if not it comes again, and must not be appended now
     */
    public boolean sees(TopicPartition source, long offset) {
        return partition(source).sees(offset);
    }

    private Chain newChain(ChainId id) {
        names.requireShortKeys(id);
        Chain chain = new Chain(id, format.encoder());
        if (settings.guarantee() == Guarantee.AT_LEAST_ONCE) {
            chain.hasNoLink();
        }
        return chain;
    }

    /** Takes the outcomes of requests, closes what is due, and starts further requests. Does not wait. */
    public void tend() {
        Instant now = clock.instant();
        dispatcher.settle(now, owner);
        closeAged(now);
        relieve();
        dispatcher.start(now);
    }

    /** Applies outcomes to the chains of the partitions that are assigned. */
    private final class Outcomes implements Dispatcher.Owner {
        @Override
        public boolean owns(Chain chain) {
            PartitionChains partition = partitions.get(chain.id().source());
            return partition != null && partition.holds(chain);
        }

        @Override
        public void apply(Chain chain, Outcome outcome) {
            changing(chain, () -> learn(chain, outcome));
        }
    }

    private void learn(Chain chain, Outcome outcome) {
        if (outcome instanceof Outcome.Published) {
            chain.published();
        } else if (outcome instanceof Outcome.Found found) {
            PartitionChains partition = partition(chain.id().source());
            chain.learn(found.link()).ifPresent(partition::readAgainFrom);
        } else {
            chain.hasNoLink();
        }
    }

    /** Keeps the books of memory and work while a chain changes, also where a change is refused: work is left then. */
    private void changing(Chain chain, Runnable change) {
        long before = chain.memory();
        try {
            change.run();
        } finally {
            memory += chain.memory() - before;
            dispatcher.tend(chain);
        }
    }

    private PartitionChains partition(TopicPartition source) {
        return partitions.computeIfAbsent(source, unknown -> new PartitionChains());
    }

    private void closeAged(Instant now) {
        for (Optional<Chain> eldest = eldestOpen(); eldest.isPresent(); eldest = eldestOpen()) {
            if (now.isBefore(dueAt(eldest.get()))) {
                return;
            }
            close(eldest.get());
        }
    }

    private Optional<Chain> eldestOpen() {
        for (Iterator<Chain> eldest = opened.iterator(); eldest.hasNext(); eldest.remove()) {
            Chain chain = eldest.next();
            if (chain.open().isPresent()) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }

    private Instant dueAt(Chain chain) {
        return chain.open().map(settings.rotation()::dueAt).orElse(Instant.MAX);
    }

    private void close(Chain chain) {
        changing(chain, chain::closeOpenFile);
        opened.remove(chain);
    }

    /** Above the budget, closes the largest files until the open ones hold no more than half of it. */
    private void relieve() {
        if (!isFull()) {
            return;
        }
        long held = opened.stream().mapToLong(Deliveries::openMemory).sum();
        List<Chain> largestFirst = opened.stream()
                .sorted(Comparator.comparingLong(Deliveries::openMemory).reversed())
                .toList();
        for (Chain chain : largestFirst) {
            if (held <= settings.memory() / 2) {
                return;
            }
            held -= openMemory(chain);
            close(chain);
        }
    }

    private static long openMemory(Chain chain) {
        return chain.open().map(OpenFile::memory).orElse(0L);
    }

    /** Whether files hold the whole memory budget, so that no more records should come. */
    public boolean isFull() {
        return memory >= settings.memory();
    }

    /** Whether files hold so little of the memory budget that more records may come again. */
    public boolean hasRoom() {
        return memory < settings.memory() / 4 * 3;
    }

    /** Bytes of memory that files hold. */
    public long memory() {
        return memory;
    }

    /** How long there is nothing to do unless records come. */
    public Optional<Duration> idleFor() {
        Instant now = clock.instant();
        Optional<Instant> due = eldestOpen().map(this::dueAt);
        Optional<Instant> retry = dispatcher.nextTry();
        Optional<Instant> look =
                dispatcher.hasRequestsInFlight() ? Optional.of(now.plus(LOOK_AGAIN)) : Optional.empty();
        return List.of(due, retry, look).stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(at -> Duration.between(now, at));
    }

    /** The offset up to which the partition's records are durable, given the position the framework has reached. */
    public long frontier(TopicPartition partition, long position) {
        PartitionChains chains = partitions.get(partition);
        return chains == null ? position : chains.frontier(position);
    }

    /**
     * Closes and publishes what the partitions hold, for at most {@code patience}; what then is not durable will be read
     * again by whoever gets them.
     */
    public void flush(Collection<TopicPartition> leaving, Duration patience) throws InterruptedException {
        List<Chain> chains = leaving.stream()
                .flatMap(source -> partition(source).chains().stream())
                .toList();
        chains.forEach(this::close);
        long deadline = System.nanoTime() + patience.toNanos();
        tend();
        while (dispatcher.hasRequestsInFlight() && !chains.stream().allMatch(Chain::isIdle)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            dispatcher.settleOne(clock.instant(), Duration.ofNanos(left), owner);
            tend();
        }
    }

    /** Lets go of partitions and of everything held for them. */
    public void release(Collection<TopicPartition> leaving) {
        leaving.forEach(partitions::remove);
        dispatcher.forget(chain -> leaving.contains(chain.id().source()));
        opened.removeIf(chain -> leaving.contains(chain.id().source()));
        memory = partitions.values().stream()
                .flatMap(partition -> partition.chains().stream())
                .mapToLong(Chain::memory)
                .sum();
    }
}
