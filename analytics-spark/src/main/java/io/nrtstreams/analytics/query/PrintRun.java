package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.FormatGuess;
import io.nrtstreams.sql.format.FormatGuess.Candidate;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.tree.Statement.PrintTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** A topic on its way to a terminal. The formats are told at the start, and again when records rule them out. */
final class PrintRun implements QueryRun {

    private final ResultHeader header;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final FormatGuess keys;
    private final FormatGuess values;
    private final long interval;
    private long left;
    private long seen;
    private String keyFormats = "";
    private String valueFormats = "";
    private volatile boolean closing;
    private boolean closed;

    PrintRun(
            ResultHeader header,
            KafkaConsumer<byte[], byte[]> consumer,
            PrintTopic print,
            Optional<SchemaRegistry> registry) {
        this.header = header;
        this.consumer = consumer;
        this.keys = FormatGuess.ofKeys(registry);
        this.values = FormatGuess.ofValues(registry);
        this.interval = Math.max(1, print.interval().orElse(1L));
        this.left = print.limit().orElse(Long.MAX_VALUE);
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public synchronized Rows poll(Duration timeout) {
        if (closed || closing || left == 0) {
            return new Rows(List.of(), true, Optional.empty());
        }
        List<ResultRow> lines = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(timeout)) {
                if (left > 0 && seen++ % interval == 0) {
                    left--;
                    print(found, lines);
                }
            }
        } catch (WakeupException e) {
            return new Rows(lines, true, Optional.empty());
        } catch (KafkaException e) {
            throw new SqlException(
                    "The topic cannot be read (" + e.getMessage() + "). See whether it is still there.");
        }
        return new Rows(lines, left == 0, Optional.empty());
    }

    private void print(ConsumerRecord<byte[], byte[]> found, List<ResultRow> lines) {
        keys.see(found.key());
        values.see(found.value());
        keyFormats = told("Key format", keys, keyFormats, lines);
        valueFormats = told("Value format", values, valueFormats, lines);
        line(
                "rowtime: " + Instant.ofEpochMilli(found.timestamp()) + ", key: " + text(keys, found.key())
                        + ", value: " + text(values, found.value()) + ", partition: " + found.partition() + ", offset: "
                        + found.offset(),
                lines);
    }

    private static String told(String what, FormatGuess guess, String before, List<ResultRow> lines) {
        String now = guess.candidates().stream().map(Candidate::name).collect(Collectors.joining(" or "));
        if (!now.equals(before) || before.isEmpty()) {
            line(what + ": " + (now.isEmpty() ? "none that is known" : now), lines);
        }
        return now.isEmpty() ? " " : now;
    }

    private static String text(FormatGuess guess, byte @Nullable [] bytes) {
        if (bytes == null) {
            return "<null>";
        }
        List<Candidate> candidates = guess.candidates();
        return candidates.isEmpty()
                ? java.util.HexFormat.of().formatHex(bytes)
                : candidates.get(0).text(bytes);
    }

    private static void line(String text, List<ResultRow> lines) {
        lines.add(new ResultRow(List.of(text), false));
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        synchronized (this) {
            if (!closed) {
                closed = true;
                consumer.close(Duration.ofSeconds(1));
            }
        }
    }
}
