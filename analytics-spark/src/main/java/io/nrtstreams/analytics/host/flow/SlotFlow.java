package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockCodec.Entry;
import io.nrtstreams.analytics.host.flow.BlockCodec.Head;
import io.nrtstreams.analytics.host.flow.BlockCodec.Stream;
import io.nrtstreams.sql.row.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A slot's part of a batch at one level: the rows of all streams in one order that does not depend on how they came, then the
 * times that the streams have reached. Holds the blocks of the batch.
 */
public final class SlotFlow {

    private SlotFlow() {}

    /**
     * Runs the keyed stages of a level.
     *
     * @param level from 1; blocks of later levels are passed on
     * @param blocks of one slot, so of one query
     * @param next takes what goes on to later levels
     * @throws FlowFailure when the query cannot go on
     */
    public static void run(
            int level,
            Iterator<Block> blocks,
            KeyValueStore store,
            FlowEnvironment environment,
            BlockOutput next,
            RecordOutput records) {
        List<Block> own = new ArrayList<>();
        while (blocks.hasNext()) {
            Block block = blocks.next();
            if (block.level() > level) {
                next.accept(block);
            } else {
                own.add(block);
            }
        }
        if (!own.isEmpty()) {
            String text = new BlockCodec().readHead(new ByteSource(own.get(0).payload())).query();
            HostedQuery query = BlockCodec.query(text);
            try {
                QueryFlow flow = environment.flows().take(query, environment);
                run(level, own, store, flow, next, records);
                environment.flows().giveBack(flow);
            } catch (RuntimeException e) {
                throw e instanceof FlowFailure failure ? failure : new FlowFailure(query.id(), e);
            }
        }
    }

    private static void run(
            int level,
            List<Block> own,
            KeyValueStore store,
            QueryFlow flow,
            BlockOutput next,
            RecordOutput records) {
        flow.begin(new Stream("", level, own.get(0).slot()), next, records);
        List<StageWork> works = flow.worksAt(level);
        works.forEach(work -> work.begin(store));
        List<Reading> streams = streams(own, flow);
        List<Entry> times = new ArrayList<>();
        PriorityQueue<Reading> order = new PriorityQueue<>(Reading.ORDER);
        for (Reading stream : streams) {
            if (stream.advance(times)) {
                order.add(stream);
            }
        }
        while (!order.isEmpty()) {
            Reading stream = order.poll();
            Entry entry = stream.entry();
            process(entry, flow);
            if (stream.advance(times)) {
                order.add(stream);
            }
        }
        times.forEach(time -> flow.work(time.stage()).advance(time));
        works.forEach(StageWork::finish);
        flow.finish();
    }

    private static void process(Entry entry, QueryFlow flow) {
        Row row = entry.row();
        if (row != null) {
            flow.work(entry.stage()).process(entry, row);
        }
    }

    private static List<Reading> streams(List<Block> own, QueryFlow flow) {
        Map<Stream, TreeMap<Integer, ByteSource>> parts = new TreeMap<>();
        for (Block block : own) {
            ByteSource in = new ByteSource(block.payload());
            Head head = flow.blocks().readHead(in);
            parts.computeIfAbsent(head.stream(), stream -> new TreeMap<>()).put(head.part(), in);
        }
        List<Reading> readings = new ArrayList<>();
        parts.forEach((stream, sources) -> readings.add(new Reading(stream, sources.values().iterator(), flow)));
        return readings;
    }

    /** A stream's entries, one at a time. */
    private static final class Reading {

        private static final Comparator<Reading> ORDER = Comparator.<Reading>comparingLong(
                        one -> one.entry().cause().reached())
                .thenComparingInt(one -> one.rank)
                .thenComparing((one, other) -> one.entry().cause().comparePlaces(other.entry().cause()))
                .thenComparingInt(one -> one.entry().side())
                .thenComparing(one -> one.stream);

        private final Stream stream;
        private final Iterator<ByteSource> parts;
        private final QueryFlow flow;
        private @Nullable ByteSource part;
        private @Nullable Entry entry;
        private int rank;

        Reading(Stream stream, Iterator<ByteSource> parts, QueryFlow flow) {
            this.stream = stream;
            this.parts = parts;
            this.flow = flow;
        }

        /** Goes on to the next row, and puts the times on the way aside; false at the end. */
        boolean advance(List<Entry> times) {
            while (true) {
                ByteSource in = part;
                if (in == null || !in.hasMore()) {
                    if (!parts.hasNext()) {
                        return false;
                    }
                    part = parts.next();
                    continue;
                }
                Entry next = flow.blocks().read(stream.topic(), in);
                Row row = next.row();
                if (row == null) {
                    times.add(next);
                } else {
                    entry = next;
                    rank = flow.work(next.stage()).rank(next.side());
                    return true;
                }
            }
        }

        Entry entry() {
            if (entry == null) {
                throw new IllegalStateException("a stream is read before its first row");
            }
            return entry;
        }
    }
}
