package io.nrtstreams.it.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Produces records beside a test, at most so many a second, and remembers where each went. */
public final class Load implements AutoCloseable {
    private static final int BURST = 20;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final KafkaProducer<String, String> producer;
    private final Maker maker;
    private final long pauseMillis;
    private final List<Produced> produced = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Exception failure;

    private Load(String bootstrap, int perSecond, Maker maker, long seed) {
        this.maker = maker;
        this.pauseMillis = 1000L * BURST / perSecond;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringSerializer(),
                new StringSerializer());
        this.thread = new Thread(() -> produce(new Random(seed)), "load");
    }

    /** Makes the n-th record, of nothing but its number and the random numbers. */
    public interface Maker {
        ProducerRecord<String, String> make(int number, Random random);
    }

    /**
     * A record and where it is.
     *
     * @param value null for a record without one
     */
    public record Produced(
            int partition,
            long offset,
            long timestamp,
            @Nullable String value) {}

    public static Load start(String bootstrap, int perSecond, long seed, Maker maker) {
        Load load = new Load(bootstrap, perSecond, maker, seed);
        load.thread.start();
        return load;
    }

    private void produce(Random random) {
        try {
            for (int number = 0; !stopped; number++) {
                send(maker.make(number, random));
                if (number % BURST == BURST - 1) {
                    producer.flush();
                    TimeUnit.MILLISECONDS.sleep(pauseMillis);
                }
            }
            producer.flush();
        } catch (InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void send(ProducerRecord<String, String> record) {
        producer.send(record, (metadata, problem) -> {
            if (problem == null) {
                produced.add(produced(metadata, record.value()));
            } else {
                failure = problem;
            }
        });
    }

    private static Produced produced(RecordMetadata metadata, @Nullable String value) {
        return new Produced(metadata.partition(), metadata.offset(), metadata.timestamp(), value);
    }

    /** Waits until there are so many. */
    public void awaitCount(int count) {
        Awaitility.await().atMost(LONG).until(() -> produced.size() >= count);
    }

    /** Ends it; all that it has produced. */
    public List<Produced> stop() throws InterruptedException {
        stopped = true;
        thread.join();
        if (failure != null) {
            throw new AssertionError("the load failed", failure);
        }
        return List.copyOf(produced);
    }

    @Override
    public void close() {
        stopped = true;
        producer.close();
    }
}
