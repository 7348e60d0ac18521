package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockCodec.Stream;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of one topic's partition on their way into queries: decoded once for all that declare the topic the same way. Rows
 * go to slots as blocks; what a query makes without keeping anything goes to its topic. Single-threaded; it ends with
 * {@link #finish}.
 */
public final class SourceFlow {

    private final FlowEnvironment environment;
    private final int partition;
    private final List<QueryFlow> flows = new ArrayList<>();
    private final List<Decoding> decodings = new ArrayList<>();
    private long reached = Long.MIN_VALUE;

    private record Reader(QueryFlow flow, QueryFlow.Reading reading) {}

    private record Decoding(TopicCodec codec, Reader[] readers) {}

    private SourceFlow(FlowEnvironment environment, int partition) {
        this.environment = environment;
        this.partition = partition;
    }

    /**
     * A flow at its start.
     *
     * @throws FlowFailure when a query's plan cannot run
     */
    public static SourceFlow open(
            List<HostedQuery> queries,
            String topic,
            int partition,
            FlowEnvironment environment,
            BlockOutput blocks,
            RecordOutput records) {
        SourceFlow source = new SourceFlow(environment, partition);
        Map<TopicLayout, List<Reader>> layouts = new LinkedHashMap<>();
        for (HostedQuery query : queries) {
            try {
                QueryFlow flow = environment.flows().take(query, environment);
                flow.begin(Stream.of(topic, partition), blocks, records);
                source.flows.add(flow);
                flow.readings().stream()
                        .filter(reading -> reading.layout().topic().equals(topic))
                        .forEach(reading -> layouts.computeIfAbsent(reading.layout(), layout -> new ArrayList<>())
                                .add(new Reader(flow, reading)));
            } catch (RuntimeException e) {
                throw new FlowFailure(query.id(), e);
            }
        }
        layouts.forEach((layout, readers) -> source.decodings.add(new Decoding(
                TopicCodec.of(layout, environment.formats()), readers.toArray(Reader[]::new))));
        return source;
    }

    /**
     * Takes a record.
     *
     * @throws FlowFailure when a query cannot go on
     */
    public void accept(TopicRecord record) {
        for (Decoding decoding : decodings) {
            Row row = decode(decoding, record);
            if (row != null) {
                reached = Math.max(reached, row.timestamp());
                Cause cause = new Cause(reached, record.topic(), partition, record.offset());
                for (Reader reader : decoding.readers) {
                    accept(reader, row, cause);
                }
            }
        }
    }

    private @org.jspecify.annotations.Nullable Row decode(Decoding decoding, TopicRecord record) {
        try {
            return decoding.codec.decode(record);
        } catch (DecodeException e) {
            Origin origin = new Origin(record.topic(), record.partition(), record.offset(), record.headers());
            for (Reader reader : decoding.readers) {
                reader.flow
                        .queryLog()
                        .add(reader.reading.sourceId(), Kind.DECODE, origin, String.valueOf(e.getMessage()));
            }
            return null;
        } catch (RuntimeException e) {
            throw new FlowFailure(decoding.readers[0].flow.query().id(), e);
        }
    }

    private void accept(Reader reader, Row row, Cause cause) {
        try {
            reader.flow.at(partition, cause);
            reader.reading.next().accept(row);
        } catch (FlowFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FlowFailure(reader.flow.query().id(), e);
        }
    }

    /** Gives all blocks that are left. */
    public void finish() {
        for (QueryFlow flow : flows) {
            flow.finish();
            environment.flows().giveBack(flow);
        }
    }
}
