package io.nrtstreams.quickstart.feed;

import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.CommandFailure;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;

/** Where the event times of a series come from. */
sealed interface FeedTimes {
    /** The first record of each configuration that names no other time. */
    Instant DEFAULT_START = Instant.parse("2022-11-01T00:00:00Z");

    /** The records of a source partition at positions {@code from} to {@code to - 1}, as far as there are any. */
    Stream<SourceRecord> records(RecordSeries series, Map<String, ?> partition, long from, long to);

    /**
     * What is true behind these records.
     *
     * @throws CommandFailure if that cannot be computed
     */
    Stream<Map<String, Object>> truths(RecordSeries series, Map<String, ?> partition, long from, long to);

    /**
     * A series that begins at an instant.
     *
     * @param start the event time of its first record
     */
    record From(Instant start) implements FeedTimes {
        @Override
        public Stream<SourceRecord> records(RecordSeries series, Map<String, ?> partition, long from, long to) {
            return series.records(partition, start, from, to);
        }

        @Override
        public Stream<Map<String, Object>> truths(RecordSeries series, Map<String, ?> partition, long from, long to) {
            return series.truths(partition, start, from, to);
        }
    }

    /**
     * A series that was emitted.
     *
     * @param offsets by source partition, as Connect stores them
     */
    record Emitted(Map<Map<String, Object>, Map<String, Object>> offsets) implements FeedTimes {
        public Emitted {
            offsets = Map.copyOf(offsets);
        }

        @Override
        public Stream<SourceRecord> records(RecordSeries series, Map<String, ?> partition, long from, long to) {
            Map<String, Object> offset = offsets.get(partition);
            if (offset == null) {
                return Stream.empty();
            }
            long emitted = series.position(offset);
            return series.records(partition, offset, Math.min(from, emitted), Math.min(to, emitted));
        }

        @Override
        public Stream<Map<String, Object>> truths(RecordSeries series, Map<String, ?> partition, long from, long to) {
            throw new CommandFailure("--explain: the truth is computed from a start; give --start, not --offsets");
        }
    }
}
