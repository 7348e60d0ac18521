package io.nrtstreams.quickstart.score;

import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.transforms.Passed;
import io.nrtstreams.quickstart.transforms.TransformChain;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Scores the transforms that clean a mock source's feed, by recomputation: the series with its planted defects and the same
 * series without them go through the transforms side by side. What a defect made of a record is thereby known exactly,
 * and memory is that of a record of each. Dirt has draws of its own, so that all else is the same in both.
 */
public final class CleaningScore {
    private static final String DIRT_PREFIX = "dirt.";
    private static final String DIRT_HEADER = "nrt.dirt";

    private final Map<String, String> source;
    private final Map<String, String> cleaning;
    private final boolean sink;

    private CleaningScore(Map<String, String> source, Map<String, String> cleaning, boolean sink) {
        this.source = source;
        this.cleaning = cleaning;
        this.sink = sink;
    }

    /** Of a source whose own transforms clean. */
    public static CleaningScore underSource(Map<String, String> source) {
        return new CleaningScore(source, source, false);
    }

    /** Of a sink whose transforms clean what a source sends as it is. */
    public static CleaningScore underSink(Map<String, String> source, Map<String, String> sink) {
        return new CleaningScore(source, sink, true);
    }

    /** A part of the series: the records of one shard. */
    public interface Range {
        /** Its records in a series, which differs from that of the source by its dirt at most. */
        Stream<SourceRecord> of(RecordSeries series);
    }

    /**
     * The score over parts of the series.
     *
     * @throws io.nrtstreams.quickstart.CommandFailure if the transforms cannot be made
     */
    public FeedScore over(List<Range> ranges) {
        return sink ? score(ranges, CleaningScore::sinkRecord) : score(ranges, (record, offset) -> record);
    }

    private <R extends ConnectRecord<R>> FeedScore score(List<Range> ranges, BiFunction<SourceRecord, Long, R> maker) {
        RecordSeries dirty = RecordSeries.of(source);
        RecordSeries clean = RecordSeries.of(withoutDirt());
        boolean findsDuplicates = cleaning.values().stream().anyMatch(value -> value.contains(".Deduplicate$"));
        Tally tally = new Tally(findsDuplicates);
        try (TransformChain<R> chain = TransformChain.of(cleaning);
                TransformChain<R> control = TransformChain.of(cleaning)) {
            for (Range range : ranges) {
                try (Stream<SourceRecord> spoilt = range.of(dirty);
                        Stream<SourceRecord> right = range.of(clean)) {
                    count(spoilt.iterator(), right.iterator(), chain, control, maker, tally);
                }
            }
        }
        return tally.score();
    }

    private static <R extends ConnectRecord<R>> void count(
            Iterator<SourceRecord> spoilt,
            Iterator<SourceRecord> right,
            TransformChain<R> chain,
            TransformChain<R> control,
            BiFunction<SourceRecord, Long, R> maker,
            Tally tally) {
        long offset = 0;
        while (spoilt.hasNext() && right.hasNext()) {
            SourceRecord record = spoilt.next();
            Passed<R> came = chain.apply(maker.apply(record, offset));
            tally.count(kind(record), came, control.apply(maker.apply(right.next(), offset)));
            offset++;
        }
    }

    private Map<String, String> withoutDirt() {
        Map<String, String> clean = new HashMap<>(source);
        clean.keySet().removeIf(key -> key.startsWith(DIRT_PREFIX));
        return clean;
    }

    private static String kind(SourceRecord record) {
        Header label = record.headers().lastWithName(DIRT_HEADER);
        return label == null ? "" : String.valueOf(label.value());
    }

    private static SinkRecord sinkRecord(SourceRecord record, long offset) {
        return new SinkRecord(
                record.topic(),
                0,
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                offset,
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.headers());
    }
}
