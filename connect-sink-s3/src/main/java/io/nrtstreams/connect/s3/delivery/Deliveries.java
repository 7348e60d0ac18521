package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.file.SegmentPool;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * From records to durable files: fills the file of each chain, closes it when it is due, publishes it, and knows which
 * offsets may be committed.
 *
 * <p>Files hold at most the memory budget plus what one call of {@link #append} for each record of a poll adds. Owned by
 * the task's thread.
 */
public final class Deliveries {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Where the end of a request lets the next one begin. */
    private static final Duration LOOK_AGAIN_SOON = Duration.ofMillis(5);
    /** Of the open files, so many are closed at once where there are too many, so that not every record closes one. */
    private static final int SHARE_CLOSED = 16;

    private final DeliverySettings settings;
    private final RecordFormat format;
    private final ObjectNames names;
    private final Clocks clocks;
    private final Monitor monitor;
    private final Executor executor;
    private final LeakedUploads leaked;
    private final FileFiller filler;
    private final Dispatcher dispatcher;
    private final OpenFiles open;
    private final MemoryBudget budget;
    private final Map<TopicPartition, PartitionChains> partitions = new HashMap<>();
    private final Dispatcher.Owner owner = this::learn;
    /** Of the chain whose file may hold half a record, or half its end. */
    private @Nullable TopicPartition broken;

    private Deliveries(DeliverySettings settings, Parts parts, Dispatcher dispatcher) {
        this.settings = settings;
        this.format = parts.format();
        this.names = parts.names();
        this.clocks = parts.clocks();
        this.monitor = parts.monitor();
        this.filler = new FileFiller(settings.rotation(), parts.times(), clocks);
        this.executor = parts.executor();
        this.leaked = new LeakedUploads(parts.store(), parts.names());
        this.dispatcher = dispatcher;
        this.open = new OpenFiles(settings.rotation());
        this.budget = new MemoryBudget(settings.memory(), parts.segments(), dispatcher::memoryOfReleased);
    }

    /** What deliveries are made with. */
    public record Parts(
            ObjectStore store,
            ObjectNames names,
            RecordFormat format,
            SegmentPool segments,
            RecordTimes times,
            Executor executor,
            Clocks clocks,
            String writerId,
            Monitor monitor) {}

    /** Deliveries without any partition yet. */
    public static Deliveries of(DeliverySettings settings, Parts parts) {
        String contentType = parts.format().contentType();
        LinkStore links = settings.guarantee() == Guarantee.EXACTLY_ONCE
                ? new ConditionalLinks(parts.store(), parts.names(), contentType, parts.writerId())
                : new UnconditionalLinks(parts.store(), parts.names(), contentType, parts.writerId());
        Requests requests = new Requests(parts.executor(), settings.inFlight());
        Dispatcher dispatcher = new Dispatcher(links, requests, settings.giveUpAfter(), parts.monitor());
        return new Deliveries(settings, parts, dispatcher);
    }

    /**
     * Takes on partitions; what the store has of them is found out as records come. What earlier tasks left unfinished
     * is given up meanwhile.
     */
    public void assign(Collection<TopicPartition> assigned) {
        assigned.forEach(partition -> partitions.put(partition, new PartitionChains(partition)));
        Instant now = clocks.wall().instant();
        List<TopicPartition> sources = List.copyOf(assigned);
        executor.execute(() -> leaked.abort(sources, now));
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

    /** The chains of a partition, to be given back to {@link #append}. */
    public PartitionChains of(TopicPartition source) {
        return partitions.computeIfAbsent(source, PartitionChains::new);
    }

    /**
     * Takes a record that {@link PartitionChains#sees} said yes to, unless it is durable or held already.
     *
     * @throws BadRecordException if it cannot be written; nothing of it was
     * @throws ConnectException if it stands where another record was stored
     */
    public void append(PartitionChains source, Route route, SinkRecord record) {
        Chain chain = source.chain(route, unknown -> newChain(source.source(), unknown));
        if (!chain.takes(record.originalKafkaOffset(), FileFiller.timestamp(record))) {
            return;
        }
        long before = chain.memory();
        try {
            fill(chain, record);
        } catch (Error e) {
            broken = chain.id().source();
            throw e;
        } finally {
            budget.changed(before, chain.memory());
        }
    }

    private Chain newChain(TopicPartition source, Route route) {
        Chain chain = new Chain(names.chain(source, route), format.firstShape());
        if (settings.guarantee() == Guarantee.AT_LEAST_ONCE) {
            chain.hasNoLink();
        }
        return chain;
    }

    private void fill(Chain chain, SinkRecord record) {
        OpenFile before = chain.open();
        if (before != null && filler.isPast(before, record)) {
            closeFile(chain, RotationReason.RECORD_TIME);
            before = null;
        }
        chain.append(record, filler);
        OpenFile after = chain.open();
        if (after == null) {
            throw new IllegalStateException("a chain has no open file although a record was appended to it");
        }
        if (after != before) {
            hasBegun(chain, before, after);
        }
        settings.rotation().fullBecause(after).ifPresent(reason -> closeFile(chain, reason));
    }

    private void hasBegun(Chain chain, @Nullable OpenFile before, OpenFile after) {
        if (before != null) {
            monitor.closed(RotationReason.SHAPE);
        }
        open.add(chain, after);
        dispatcher.tend(chain);
    }

    /** Closes the open file of a chain whose memory is being counted by the caller. */
    private void closeFile(Chain chain, RotationReason reason) {
        chain.closeOpenFile();
        open.remove(chain);
        monitor.closed(reason);
        dispatcher.tend(chain);
    }

    /**
     * Takes the outcomes of requests, closes what is due, and starts further requests. Does not wait.
     *
     * @throws ConnectException if a request failed for good, or if an error left a file with part of a record: nothing
     *     more is stored then
     */
    public void tend() {
        requireWhole();
        Instant now = filler.tick();
        dispatcher.settle(now, owner);
        closeDue(now);
        relieve();
        dispatcher.start(now);
        monitor.holds(new Monitor.Held(open.count(), memory(), dispatcher.requestsInFlight()));
    }

    /**
     * Connect closes a task in an orderly way after an error as well, and only logs an error of a commit. What is open
     * then is read again.
     */
    private void requireWhole() {
        if (broken != null) {
            throw new ConnectException("topic " + broken.topic() + ", partition " + broken.partition()
                    + ": a file may hold part of a record only, as an error (see the log before this) stopped its"
                    + " writing, for want of memory perhaps; nothing more is stored. Restart the task, with a smaller"
                    + " memory.budget or a larger heap if it was memory");
        }
    }

    private void closeDue(Instant now) {
        for (Optional<OpenFiles.DueChain> due = open.due(now); due.isPresent(); due = open.due(now)) {
            close(due.get().chain(), due.get().reason());
        }
    }

    private void close(Chain chain, RotationReason reason) {
        long before = chain.memory();
        try {
            closeFile(chain, reason);
        } catch (Error e) {
            broken = chain.id().source();
            throw e;
        } finally {
            budget.changed(before, chain.memory());
        }
    }

    /**
     * Above the budget, closes the largest files until the open ones hold no more than half of it; above the number of
     * open files, those that have waited longest for a record.
     */
    private void relieve() {
        budget.makeRoom();
        if (budget.isFull()) {
            open.largestBeyond(budget.goal()).forEach(chain -> close(chain, RotationReason.MEMORY));
        }
        int tooMany = open.count() - settings.openFiles();
        if (tooMany > 0) {
            open.leastRecentlyWritten(tooMany + settings.openFiles() / SHARE_CLOSED)
                    .forEach(chain -> close(chain, RotationReason.OPEN_FILES));
        }
    }

    private void learn(Chain chain, Outcome outcome) {
        long before = chain.memory();
        try {
            if (outcome instanceof Outcome.Published) {
                hasPublished(chain);
            } else if (outcome instanceof Outcome.Found found) {
                chain.learn(found.link()).ifPresent(of(chain.id().source())::readAgainFrom);
            } else {
                chain.hasNoLink();
            }
        } finally {
            // Also where it is refused: the work is left then, and refused again.
            if (chain.open() == null) {
                open.remove(chain);
            }
            budget.changed(before, chain.memory());
            dispatcher.tend(chain);
        }
    }

    private void hasPublished(Chain chain) {
        ClosedFile file = chain.published();
        long timestamp = file.first().timestamp();
        long age = timestamp < 0 ? -1 : Math.max(0, clocks.wall().millis() - timestamp);
        monitor.published(file.records(), file.content().length(), age);
        file.content().recycle();
    }

    /** Whether files hold the whole memory budget, so that no more records should come. */
    public boolean isFull() {
        return budget.isFull();
    }

    /** Whether files hold so little of the memory budget that more records may come again. */
    public boolean hasRoom() {
        return budget.hasRoom();
    }

    /**
     * Bytes of memory that files hold, those of partitions that were given up and are still being sent included, and
     * what is kept for files to come.
     */
    public long memory() {
        return budget.used();
    }

    /** How long there is nothing to do unless records come. */
    public Optional<Duration> idleFor() {
        Instant now = clocks.now();
        Optional<Instant> look =
                dispatcher.requestsInFlight() > 0 ? Optional.of(now.plus(lookAgain())) : Optional.empty();
        return Stream.of(open.nextDue(), dispatcher.nextTry(), look)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(at -> Duration.between(now, at));
    }

    private Duration lookAgain() {
        return dispatcher.hasMoreToDo() ? LOOK_AGAIN_SOON : LOOK_AGAIN;
    }

    /** The offset up to which the partition's records are durable, given the position the framework has reached. */
    public long frontier(TopicPartition partition, long position) {
        PartitionChains chains = partitions.get(partition);
        return chains == null ? position : chains.frontier(position);
    }

    /**
     * Closes and publishes what the partitions hold, for at most {@code patience}; what then is not durable will be read
     * again by whoever gets them. A request that failed before is tried once more, at once.
     *
     * @throws ConnectException as {@link #tend}
     */
    public void flush(Collection<TopicPartition> leaving, Duration patience) throws InterruptedException {
        requireWhole();
        List<Chain> chains = chainsOf(leaving);
        chains.stream().filter(chain -> chain.open() != null).forEach(chain -> close(chain, RotationReason.CLOSE));
        dispatcher.wake(chains);
        Instant deadline = clocks.now().plus(patience);
        tend();
        while (dispatcher.requestsInFlight() > 0 && !chains.stream().allMatch(Chain::isIdle)) {
            Duration left = Duration.between(clocks.now(), deadline);
            if (left.isNegative() || !dispatcher.settleOne(clocks.now(), left, owner)) {
                return;
            }
            tend();
        }
    }

    private List<Chain> chainsOf(Collection<TopicPartition> sources) {
        return sources.stream().flatMap(source -> of(source).chains().stream()).toList();
    }

    /** Lets go of partitions and of everything held for them. */
    public void release(Collection<TopicPartition> leaving) {
        List<Chain> chains = chainsOf(leaving);
        budget.changed(chains.stream().mapToLong(Chain::memory).sum(), 0);
        chains.forEach(Chain::release);
        dispatcher.forgetReleased();
        open.removeAll(chains);
        leaving.forEach(partitions::remove);
    }
}
