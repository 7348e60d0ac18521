package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.function.Present;
import io.nrtstreams.sql.operator.OperatorContext;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of one topic's partition on their way into queries: decoded once for all that declare the topic the same way. Rows
 * go to slots as blocks; what a query makes without keeping anything goes to its topic. Single-threaded; it ends with
 * {@link #finish}.
 */
public final class SourceFlow {

    /** Where a partition is of which the batch has nothing that can be read: not beyond any time that its next rows may have. */
    private static final long NOT_KNOWN = 0;

    private final FlowEnvironment environment;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Decoding> decodings = new ArrayList<>();

    /** A query that reads the partition. */
    private static final class Reader {
        private final QueryFlow flow;
        private final Stream stream;
        private final Present present;
        private final String step;
        private final Cause cause = new Cause();
        private long reached = OperatorContext.NO_TIME;

        Reader(QueryFlow flow, Stream stream, Present present, String step) {
            this.flow = flow;
            this.stream = stream;
            this.present = present;
            this.step = step;
        }

        SortedMap<Stream, Long> behind() {
            return new TreeMap<>(Map.of(stream, reached == OperatorContext.NO_TIME ? NOT_KNOWN : reached));
        }
    }

    /** A source of a query. */
    private record Reading(Reader reader, String step, RowSink next) {}

    private record Decoding(TopicLayout layout, TopicCodec codec, List<Reading> readings) {}

    private SourceFlow(FlowEnvironment environment) {
        this.environment = environment;
    }

    /**
     * A flow at its start.
     *
     * @param present as functions see it, in ms since the epoch; the same when a batch runs again
     * @throws FlowFailure when a query's plan cannot run
     */
    public static SourceFlow open(
            List<HostedQuery> queries,
            String topic,
            int partition,
            long present,
            FlowEnvironment environment,
            BlockOutput blocks,
            RecordOutput records) {
        SourceFlow flow = new SourceFlow(environment);
        Map<TopicLayout, List<Reading>> layouts = new LinkedHashMap<>();
        for (HostedQuery query : queries) {
            try {
                flow.add(query, topic, partition, present, Outside.of(blocks), Outside.of(records), layouts);
            } catch (RuntimeException e) {
                throw Outside.blamed(query.id(), e);
            }
        }
        layouts.forEach((layout, readings) ->
                flow.decodings.add(new Decoding(layout, environment.flows().takeCodec(layout, environment), readings)));
        return flow;
    }

    private void add(
            HostedQuery query,
            String topic,
            int partition,
            long time,
            BlockOutput blocks,
            RecordOutput records,
            Map<TopicLayout, List<Reading>> layouts) {
        QueryFlow flow = environment.flows().take(query, environment);
        Map<Source, RowSink> sources = new LinkedHashMap<>(flow.sources());
        sources.keySet().removeIf(source -> !source.layout().topic().equals(topic));
        int rank = sources.keySet().stream().allMatch(Source::isTable) ? 0 : 1;
        Present present = flow.begin(time, topic + "-" + partition, blocks, records);
        String step = sources.keySet().stream().findFirst().map(Source::id).orElse("source");
        Reader reader = new Reader(flow, new Stream(rank, topic, partition), present, step);
        readers.add(reader);
        sources.forEach((source, sink) -> layouts.computeIfAbsent(source.layout(), layout -> new ArrayList<>())
                .add(new Reading(reader, source.id(), sink)));
    }

    /**
     * Takes a record; they come in the order of their offsets.
     *
     * @throws FlowFailure when a query cannot go on
     */
    public void accept(TopicRecord record) {
        for (Decoding decoding : decodings) {
            Row row = decode(decoding, record);
            if (row != null) {
                for (Reading reading : decoding.readings) {
                    accept(reading, row, record.offset());
                }
            }
        }
    }

    private static @Nullable Row decode(Decoding decoding, TopicRecord record) {
        try {
            return decoding.codec.decode(record);
        } catch (DecodeException e) {
            Origin origin = new Origin(record.topic(), record.partition(), record.offset(), record.headers());
            for (Reading reading : decoding.readings) {
                log(reading.reader.flow, reading.step, Kind.DECODE, origin, String.valueOf(e.getMessage()));
            }
            return null;
        }
    }

    private static void log(QueryFlow flow, String step, Kind kind, Origin origin, String reason) {
        try {
            flow.queryLog().add(step, kind, origin, reason);
        } catch (RuntimeException e) {
            throw Outside.blamed(flow.query().id(), e);
        }
    }

    private static void accept(Reading reading, Row row, long offset) {
        Reader reader = reading.reader;
        try {
            reader.reached = Math.max(reader.reached, row.timestamp());
            // Another source of the query at the same record goes on counting.
            if (reader.cause.offset() != offset || !reader.cause.stream().equals(reader.stream)) {
                reader.cause.set(reader.reached, reader.stream, offset);
                reader.flow.at(reader.cause);
            }
            Present.tell(reader.present);
            reading.next.accept(row);
        } catch (RuntimeException e) {
            throw Outside.blamed(reader.flow.query().id(), e);
        } finally {
            Present.tell(null);
        }
    }

    /**
     * Tells each query's processing log that records were gone before they were read.
     *
     * @param first the first offset that is gone
     * @param offsets how many are
     */
    public void lost(long first, long offsets) {
        for (Reader reader : readers) {
            Origin origin = new Origin(reader.stream.topic(), reader.stream.partition(), first, List.of());
            String reason = offsets + " offsets from " + first + " on were deleted before they were read, and the query"
                    + " went on without them. Let the topic keep its records longer than a query may rest.";
            log(reader.flow, reader.step, Kind.SKIPPED, origin, reason);
        }
    }

    /**
     * Gives all blocks that are left.
     *
     * @param isBehind whether there are more records in the partition than the batch takes: then other streams do not make
     *     late what comes next of it, though none of these records may have given a row
     */
    public void finish(boolean isBehind) {
        for (Reader reader : readers) {
            try {
                reader.flow.finish(isBehind ? reader.behind() : Collections.emptySortedMap());
            } catch (RuntimeException e) {
                throw Outside.blamed(reader.flow.query().id(), e);
            }
            environment.flows().giveBack(reader.flow);
        }
        decodings.forEach(decoding -> environment.flows().giveBack(decoding.layout, decoding.codec));
    }
}
