package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.kafka.RecordProducer;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A query on a thread of its own. What one poll brings is taken in the order of the records' times. */
final class DirectQuery implements AutoCloseable {

    private final DirectHost host;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordProducer producer;
    private final boolean earliest;
    private final Thread thread;
    private final AtomicLong in = new AtomicLong();
    private final AtomicLong out = new AtomicLong();
    private final AtomicLong errors;
    private volatile boolean paused;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    private DirectQuery(QueryRuntime.Start start, SqlEnvironment environment, AtomicLong errors) {
        this.errors = errors;
        this.host = DirectHost.start(
                start.query().plan(),
                environment.functions(),
                environment.formats(),
                start.types(),
                entry -> errors.incrementAndGet());
        this.earliest =
                start.properties().getOrDefault("auto.offset.reset", "latest").equals("earliest");
        Map<String, Object> settings = new HashMap<>(environment.kafka());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer = RecordProducer.connect(environment.kafka());
        assign();
        this.thread = new Thread(this::run, "direct-" + start.query().id());
        thread.setDaemon(true);
    }

    static DirectQuery start(QueryRuntime.Start start, SqlEnvironment environment) {
        DirectQuery query = new DirectQuery(start, environment, new AtomicLong());
        query.thread.start();
        return query;
    }

    private void assign() {
        List<TopicPartition> partitions = host.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (earliest) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
    }

    private void run() {
        try (consumer;
                producer) {
            while (!closed) {
                if (paused) {
                    consumer.pause(consumer.assignment());
                } else {
                    consumer.resume(consumer.paused());
                }
                StreamSupport.stream(consumer.poll(Duration.ofMillis(20)).spliterator(), false)
                        .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
                        .map(DirectQuery::record)
                        .forEach(this::process);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void process(TopicRecord record) {
        in.incrementAndGet();
        List<CompletableFuture<@Nullable Void>> written = new ArrayList<>();
        host.process(record, result -> written.add(producer.send(result)));
        written.forEach(CompletableFuture::join);
        out.addAndGet(written.size());
    }

    private static TopicRecord record(ConsumerRecord<byte[], byte[]> record) {
        List<TopicRecord.Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new TopicRecord.Header(header.key(), header.value())));
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }

    void pause(boolean wanted) {
        paused = wanted;
    }

    Status status() {
        RuntimeException problem = failure;
        State state = problem != null ? State.ERROR : paused ? State.PAUSED : State.RUNNING;
        return new Status(
                state,
                Optional.ofNullable(problem).map(String::valueOf),
                0,
                Optional.empty(),
                in.get(),
                out.get(),
                errors.get(),
                0);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
