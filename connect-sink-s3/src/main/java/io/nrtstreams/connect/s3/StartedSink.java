package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.config.NullValues;
import io.nrtstreams.connect.s3.config.SinkSettings;
import io.nrtstreams.connect.s3.delivery.Deliveries;
import io.nrtstreams.connect.s3.delivery.PartitionChains;
import io.nrtstreams.connect.s3.delivery.Route;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.metrics.SinkMetrics;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that is running: takes records to the chains they belong to, and speaks with Connect's consumer. */
final class StartedSink {
    private static final Logger LOG = LoggerFactory.getLogger(StartedSink.class);

    private final SinkSettings settings;
    private final SinkTaskContext context;
    private final ObjectStore store;
    private final ExecutorService executor;
    private final Deliveries deliveries;
    private final SinkMetrics metrics;
    private final BadRecords badRecords;
    private @Nullable PartitionChains lastSource;
    private boolean paused;

    private StartedSink(
            SinkSettings settings,
            SinkTaskContext context,
            ObjectStore store,
            ExecutorService executor,
            Deliveries deliveries,
            SinkMetrics metrics) {
        this.settings = settings;
        this.context = context;
        this.store = store;
        this.executor = executor;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.badRecords = BadRecords.of(context);
    }

    /** Starts a sink. Sends nothing to the store yet: that begins with the first record. */
    static StartedSink start(SinkSettings settings, SinkTaskContext context, SinkEnvironment environment) {
        ObjectStore store = environment.store().apply(settings.store());
        ExecutorService executor =
                environment.executor().apply(settings.delivery().inFlight());
        String writerId = UUID.randomUUID().toString();
        SinkMetrics metrics = SinkMetrics.of(context, settings.name(), writerId);
        Deliveries.Parts parts = new Deliveries.Parts(
                store,
                settings.names(),
                settings.format(),
                settings.segments(),
                settings.times(),
                executor,
                environment.clocks(),
                writerId,
                metrics);
        LOG.info("storing to bucket {} as writer {}", settings.store().bucket(), writerId);
        return new StartedSink(settings, context, store, executor, Deliveries.of(settings.delivery(), parts), metrics);
    }

    void open(Collection<TopicPartition> partitions) {
        lastSource = null;
        deliveries.assign(partitions);
        if (paused) {
            context.pause(partitions.toArray(TopicPartition[]::new));
        }
    }

    /**
     * Takes what the consumer has polled, which may be nothing. Reading again is asked for here and nowhere else: only
     * here is the assignment certain, and Connect goes back before it polls again.
     */
    void put(Collection<SinkRecord> records) {
        deliveries.areInPlace();
        deliveries.tend();
        deliveries.readAgain().forEach(context::offset);
        records.forEach(this::accept);
        deliveries.tend();
        pauseOrResume();
        deliveries.idleFor().ifPresent(idle -> context.timeout(Math.max(1, idle.toMillis())));
    }

    private void accept(SinkRecord record) {
        PartitionChains source = source(record);
        if (!source.sees(record.originalKafkaOffset())) {
            return;
        }
        if (record.value() == null && settings.nullValues() == NullValues.SKIP) {
            metrics.skipped();
            return;
        }
        try {
            deliveries.append(source, route(record), record);
        } catch (BadRecordException e) {
            refuse(source, record, e);
        }
    }

    private void refuse(PartitionChains source, SinkRecord record, BadRecordException reason) {
        if (source.isFirstFailureAt(record.originalKafkaOffset())) {
            badRecords.take(record, reason);
            metrics.deadLettered();
        }
    }

    /** Records of a poll come partition by partition. */
    private PartitionChains source(SinkRecord record) {
        PartitionChains last = lastSource;
        if (last == null || !last.isOf(record.originalTopic(), record.originalKafkaPartition())) {
            last = deliveries.of(new TopicPartition(record.originalTopic(), record.originalKafkaPartition()));
            lastSource = last;
        }
        return last;
    }

    private Route route(SinkRecord record) {
        if (record.value() == null && settings.nullValues() == NullValues.FAIL) {
            throw new BadRecordException("it has no value; set null.values to skip or write");
        }
        return new Route(record.topic(), path(record), settings.format().lane(record));
    }

    private String path(SinkRecord record) {
        try {
            return settings.path().render(record);
        } catch (BadRecordException e) {
            throw e;
        } catch (RuntimeException e) {
            // Rendering has no other effect, so whatever fails is the record's; its message may hold data.
            throw new BadRecordException(
                    "partition.by cannot be read from it (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void pauseOrResume() {
        TopicPartition[] assigned = context.assignment().toArray(TopicPartition[]::new);
        if (!paused && deliveries.isFull()) {
            LOG.info("pausing: files hold {} bytes, the whole of memory.budget", deliveries.memory());
            context.pause(assigned);
            paused = true;
        } else if (paused && deliveries.hasRoom()) {
            LOG.info("resuming: files hold {} bytes", deliveries.memory());
            context.resume(assigned);
            paused = false;
        }
    }

    /** The offsets below which everything is durable or was not to be stored. */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> positions) {
        deliveries.tend();
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
        long lag = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : positions.entrySet()) {
            long position = entry.getValue().offset();
            long frontier = deliveries.frontier(entry.getKey(), position);
            committable.put(entry.getKey(), new OffsetAndMetadata(frontier));
            lag += position - frontier;
        }
        metrics.lags(lag);
        return committable;
    }

    /** Publishes what the partitions hold, as far as there is time, and lets go of them. */
    void close(Collection<TopicPartition> partitions) {
        try {
            deliveries.flush(partitions, settings.flushTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ConnectException e) {
            LOG.warn("not all files could be published before closing; their records will be read again", e);
        } finally {
            lastSource = null;
            deliveries.release(partitions);
        }
    }

    void stop() {
        executor.shutdownNow();
        store.close();
        metrics.close();
        LOG.info("stopped");
    }
}
