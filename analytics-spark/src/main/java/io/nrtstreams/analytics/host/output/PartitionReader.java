package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A consumer of one partition, which goes on where the last range ended without asking the broker again for what it has.
 * Holds what a poll gave (5,000 records of at most 4 MB, unless the settings say otherwise) and as much on its way. Used by
 * one thread at a time.
 */
final class PartitionReader {

    private static final Duration POLL = Duration.ofMillis(200);

    /** How long it is believed that a topic is still the same one. */
    private static final Duration SAME = Duration.ofSeconds(10);

    private final OutputSettings settings;
    private final TopicPartition partition;
    private final TopicFacts topics;
    private final Faults faults;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private List<ConsumerRecord<byte[], byte[]>> polled = List.of();
    private int given;
    /** Where the last range ended; -1 while it is open or after a failure. */
    private long endedAt = -1;

    private Optional<String> knownId = Optional.empty();
    private long knownSince;

    PartitionReader(
            OutputSettings settings, TopicPartition partition, String clientId, TopicFacts topics, Faults faults) {
        this.settings = settings;
        this.partition = partition;
        this.topics = topics;
        this.faults = faults;
        this.consumer = new KafkaConsumer<>(
                ClientProperties.consumer(settings, clientId),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
    }

    /** Goes to the beginning of a range. */
    void begin(TopicRange range) {
        range.wantedId().ifPresent(this::ensureSame);
        if (endedAt != range.from()) {
            seek(range.from());
        }
        endedAt = -1;
    }

    void seek(long offset) {
        polled = List.of();
        given = 0;
        consumer.seek(partition, offset);
    }

    /** All of the range was given; the next may begin there. */
    void end(TopicRange range) {
        faults.at(Faults.Step.RANGE_READ, partition.topic());
        endedAt = range.until();
    }

    /**
     * The next record of the range; null when there is none any more.
     *
     * @throws OffsetOutOfRangeException when the records at this place are gone
     */
    @Nullable TopicRecord next(TopicRange range) {
        if (given == polled.size() && !fetch(range)) {
            return null;
        }
        ConsumerRecord<byte[], byte[]> record = polled.get(given);
        if (record.offset() >= range.until()) {
            return null;
        }
        given++;
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers(record));
    }

    /** Whether there are records now; else the range is at its end. Aborted and compacted records leave gaps. */
    private boolean fetch(TopicRange range) {
        long patience = settings.timeouts().patience().toNanos();
        long block = settings.timeouts().block().toNanos();
        long position = consumer.position(partition);
        long since = System.nanoTime();
        boolean isChecked = false;
        while (position < range.until()) {
            polled = consumer.poll(POLL).records(partition);
            given = 0;
            if (!polled.isEmpty()) {
                return true;
            }
            long now = System.nanoTime();
            long reached = consumer.position(partition);
            if (reached > position) {
                position = reached;
                since = now;
            } else if (now - since > block && !isChecked) {
                ensureThere(range);
                isChecked = true;
            } else if (now - since > patience) {
                throw new OutputException("The broker gave nothing of " + range + " in "
                        + settings.timeouts().patience().toSeconds() + " s.");
            }
        }
        return false;
    }

    private void ensureThere(TopicRange range) {
        if (topics.id(partition.topic()).isEmpty()) {
            throw gone();
        }
        if (end() < range.until()) {
            throw endsEarly(range.until());
        }
    }

    /** The first offset that there is. */
    long first() {
        return edge(consumer.beginningOffsets(List.of(partition)));
    }

    private long end() {
        return edge(consumer.endOffsets(List.of(partition)));
    }

    private long edge(Map<TopicPartition, Long> offsets) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw gone();
        }
        return offset;
    }

    private void ensureSame(String wanted) {
        long now = System.nanoTime();
        if (knownId.isEmpty() || now - knownSince > SAME.toNanos()) {
            knownId =
                    Optional.of(topics.id(partition.topic()).map(Uuid::toString).orElseThrow(this::gone));
            knownSince = now;
        }
        if (!knownId.get().equals(wanted)) {
            throw new SourceException("The topic " + partition.topic()
                    + " was deleted and made again under its name: the offsets read so far mean nothing in it. Drop the"
                    + " query and create it again to read the new topic from its beginning.");
        }
    }

    SourceException endsEarly(long wanted) {
        return new SourceException("The topic " + partition.topic() + " ends at offset " + end() + " of partition "
                + partition.partition() + ", but it had records up to " + wanted
                + ": it was deleted and made again, or the broker lost records. Drop the query and create it again to read"
                + " the topic from its beginning.");
    }

    private SourceException gone() {
        return new SourceException("The topic " + partition.topic()
                + " does not exist any more. Make it again and start the query anew, or drop the query.");
    }

    SourceException refused(TopicAuthorizationException failure) {
        return new SourceException(
                "The topic " + partition.topic()
                        + " may not be read. Give the service's user the rights READ and DESCRIBE" + " on it.",
                failure);
    }

    private static List<TopicRecord.Header> headers(ConsumerRecord<byte[], byte[]> record) {
        Header[] headers = record.headers().toArray();
        if (headers.length == 0) {
            return List.of();
        }
        List<TopicRecord.Header> copies = new ArrayList<>(headers.length);
        for (Header header : headers) {
            copies.add(new TopicRecord.Header(header.key(), header.value()));
        }
        return copies;
    }

    void close() {
        consumer.close(Duration.ZERO);
    }
}
