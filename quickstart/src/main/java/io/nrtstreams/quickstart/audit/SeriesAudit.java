package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.mock.RecordSeries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Compares what a mock source must have produced with what its topics hold.
 *
 * <p>A feed is a pure function of its configuration and position, so the source offsets alone tell every record; the
 * audit recomputes them all, applies the connector's transforms and converters, and counts each record in Kafka
 * against them. It compares fingerprints of 64 bits, a million at a time: memory stays below 100 MB however long the
 * series, at the price of a further pass for every million records.
 */
final class SeriesAudit {
    private static final long RECORDS_PER_PASS = 1_000_000;

    private final TopicReader kafka;

    SeriesAudit(TopicReader kafka) {
        this.kafka = kafka;
    }

    /**
     * The outcome for one connector.
     *
     * @param produced records that the source offsets say were produced
     * @param rejected those of them that the connector's own transforms sent to another topic
     * @param dropped those that its transforms dropped
     * @param missing records that Kafka should hold and does not
     * @param doubled records that Kafka holds more often than it should, or should not hold at all
     */
    record Outcome(long produced, long rejected, long dropped, long missing, long doubled) {}

    /** Audits one connector from its resolved configuration and its committed source offsets. */
    Outcome audit(Map<String, String> config, List<SourcePosition> positions) {
        RecordSeries series = RecordSeries.of(config);
        Expectation expectation = expect(series, config, positions, fingerprint -> {});
        long passes = Math.max(1, (expectation.records + RECORDS_PER_PASS - 1) / RECORDS_PER_PASS);
        long missing = 0;
        long doubled = 0;
        for (long pass = 0; pass < passes; pass++) {
            Map<Long, Integer> balance = new HashMap<>();
            long current = pass;
            expect(series, config, positions, fingerprint -> {
                if (Long.remainderUnsigned(fingerprint, passes) == current) {
                    balance.merge(fingerprint, 1, Integer::sum);
                }
            });
            kafka.read(expectation.topics, record -> {
                long fingerprint = new ProducedRecord(record.topic(), record.key(), record.value(), record.timestamp())
                        .fingerprint();
                if (Long.remainderUnsigned(fingerprint, passes) == current) {
                    balance.merge(fingerprint, -1, Integer::sum);
                }
            });
            missing += balance.values().stream()
                    .filter(count -> count > 0)
                    .mapToLong(Integer::longValue)
                    .sum();
            doubled -= balance.values().stream()
                    .filter(count -> count < 0)
                    .mapToLong(Integer::longValue)
                    .sum();
        }
        return new Outcome(expectation.produced, expectation.rejected, expectation.dropped, missing, doubled);
    }

    private static Expectation expect(
            RecordSeries series,
            Map<String, String> config,
            List<SourcePosition> positions,
            LongConsumer fingerprints) {
        Expectation expectation = new Expectation();
        expectation.topics.add(series.topic());
        try (RecordPipeline pipeline = RecordPipeline.of(config)) {
            for (SourcePosition at : positions) {
                long end = series.position(at.offset());
                series.records(at.partition(), at.offset(), 0, end).forEach(record -> {
                    ProducedRecord produced = pipeline.apply(record);
                    expectation.count(series.topic(), produced);
                    if (produced != null) {
                        fingerprints.accept(produced.fingerprint());
                    }
                });
            }
        }
        return expectation;
    }

    /** What a series must have left in Kafka, in numbers. */
    private static final class Expectation {
        private final Set<String> topics = new HashSet<>();
        private long produced;
        private long records;
        private long rejected;
        private long dropped;

        void count(String topic, @org.jspecify.annotations.Nullable ProducedRecord record) {
            produced++;
            if (record == null) {
                dropped++;
                return;
            }
            records++;
            topics.add(record.topic());
            if (!record.topic().equals(topic)) {
                rejected++;
            }
        }
    }
}
