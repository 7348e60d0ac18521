package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A query that reads topics by itself, with its state in memory: a push query, until it is closed or its limit is reached, or
 * a pull query of a stream, until the ends that the topics had when it began. Nothing of it is on the broker.
 */
final class StreamRun implements QueryRun {

    private static final String LIMIT_REACHED = "Limit Reached";
    private static final String COMPLETED = "Query Completed";

    private final ResultHeader header;
    private final DirectHost host;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final ShownColumns shown;
    private long left;
    private volatile boolean closing;
    private boolean closed;

    /**
     * A run at its start.
     *
     * @param consumer assigned and where it begins; the run's own from here on
     * @param ends behind which nothing is read; empty for no end
     */
    StreamRun(
            ResultHeader header,
            DirectHost host,
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            ShownColumns shown,
            OptionalLong limit) {
        this.header = header;
        this.host = host;
        this.consumer = consumer;
        this.ends = Map.copyOf(ends);
        this.shown = shown;
        this.left = limit.orElse(Long.MAX_VALUE);
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public Rows poll(Duration timeout) {
        synchronized (this) {
            if (closed || closing) {
                return new Rows(List.of(), true, Optional.empty());
            }
            if (left == 0) {
                return new Rows(List.of(), true, Optional.of(LIMIT_REACHED));
            }
            try {
                return read(timeout);
            } catch (WakeupException e) {
                return new Rows(List.of(), true, Optional.empty());
            } catch (KafkaException e) {
                throw new SqlException("The topics of the query cannot be read (" + e.getMessage()
                        + "). See whether they are still there and the broker answers.");
            } finally {
                if (closing) {
                    release();
                }
            }
        }
    }

    private Rows read(Duration timeout) {
        List<ResultRow> rows = new ArrayList<>();
        if (isAtEnd()) {
            return new Rows(rows, true, Optional.of(COMPLETED));
        }
        long until = System.nanoTime() + timeout.toNanos();
        do {
            long rest = Math.max(0, until - System.nanoTime());
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofNanos(rest))) {
                if (isWanted(found)) {
                    take(TopicReading.record(found), rows);
                }
            }
        } while (rows.isEmpty() && !isAtEnd() && System.nanoTime() < until && !closing);
        if (left == 0) {
            return new Rows(rows, true, Optional.of(LIMIT_REACHED));
        }
        return isAtEnd() ? new Rows(rows, true, Optional.of(COMPLETED)) : new Rows(rows, false, Optional.empty());
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> found) {
        Long end = ends.get(new TopicPartition(found.topic(), found.partition()));
        return left > 0 && (end == null || found.offset() < end);
    }

    private boolean isAtEnd() {
        return !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(TopicRecord record, List<ResultRow> rows) {
        host.processRows(record, row -> {
            if (left > 0) {
                left--;
                rows.add(shown.result(row));
            }
        });
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        synchronized (this) {
            release();
        }
    }

    private void release() {
        if (!closed) {
            closed = true;
            consumer.close(Duration.ofSeconds(1));
        }
    }

    /** The partitions of topics. */
    static Set<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Set<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which values of a row are shown: those of its columns, or where it was deleted those of its key alone. */
    record ShownColumns(int columns, List<Integer> keyPlaces) {

        ResultRow result(Row row) {
            @Nullable Object[] value = row.value();
            if (value != null) {
                return TableRun.result(row);
            }
            List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(columns, null));
            for (int i = 0; i < columns; i++) {
                int place = keyPlaces.get(i);
                if (place >= 0 && place < row.key().length) {
                    values.set(i, row.key()[place]);
                }
            }
            return new ResultRow(Collections.unmodifiableList(values), true);
        }
    }
}
