package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockHead.Reached;
import io.nrtstreams.sql.function.Present;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A slot's part of a batch at one level: the rows of all streams in one order that does not depend on how they came, then the
 * times that the streams have reached. It holds the slot's blocks of the batch, and of the state what
 * {@link StageState} holds.
 */
public final class SlotFlow {

    private static final Comparator<Reached> ORDER = Comparator.comparing(Reached::stream)
            .thenComparingInt(Reached::port)
            .thenComparingLong(Reached::time);

    private final int level;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, TreeMap<Integer, ByteSource>> producers = new TreeMap<>();
    private final List<Reached> times = new ArrayList<>();
    private final SortedMap<Stream, Long> behind = new TreeMap<>();
    private @Nullable String query;
    private long present;

    private SlotFlow(int level) {
        this.level = level;
    }

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
        SlotFlow slot = new SlotFlow(level);
        while (blocks.hasNext()) {
            Block block = blocks.next();
            if (block.level() > level) {
                next.accept(block);
            } else {
                slot.add(block);
            }
        }
        if (!slot.blocks.isEmpty()) {
            slot.run(store, environment, next, records);
        }
    }

    private void add(Block block) {
        blocks.add(block);
        ByteSource in = new ByteSource(block.payload());
        BlockHead head = BlockHead.read(in);
        producers.computeIfAbsent(head.producer(), producer -> new TreeMap<>()).put(head.number(), in);
        times.addAll(head.times());
        behind.putAll(head.behind());
        present = Math.max(present, head.present());
        query = head.query() == null ? query : head.query();
    }

    private void run(KeyValueStore store, FlowEnvironment environment, BlockOutput next, RecordOutput records) {
        if (query == null) {
            throw new IllegalStateException("the last block of a slot's producers is missing");
        }
        HostedQuery hosted = environment.flows().query(query);
        try {
            QueryFlow flow = environment.flows().take(hosted, environment);
            String task = level + "-" + blocks.get(0).slot();
            Present.tell(flow.begin(present, task, Outside.of(next), Outside.of(records)));
            run(flow, Outside.of(store));
            environment.flows().giveBack(flow);
        } catch (RuntimeException e) {
            throw Outside.blamed(hosted.id(), e);
        } finally {
            Present.tell(null);
        }
    }

    private void run(QueryFlow flow, KeyValueStore store) {
        List<StageWork> works = flow.worksAt(level);
        works.forEach(work -> work.begin(store));
        behind.forEach((stream, time) -> limit(flow, stream, time));
        process(flow);
        Cause end = new Cause();
        times.sort(ORDER);
        for (Reached reached : times) {
            Port port = flow.ports().get(reached.port());
            if (!end.stream().equals(reached.stream())) {
                end.set(Cause.END, reached.stream(), Cause.END);
                flow.at(end);
            }
            flow.work(port).end(reached.stream(), port.side(), reached.time());
        }
        works.forEach(StageWork::finish);
        flow.finish(Collections.emptySortedMap());
    }

    /**
     * Limits clocks to the time of a stream that is behind. A topic that is read as tables only does so where rows of it come:
     * most of its changes give no rows to later stages, and a table may be older by years than the streams it is joined with.
     */
    private void limit(QueryFlow flow, Stream stream, long time) {
        for (Port port : flow.ports()) {
            if (port.level() == level && port.needsTime() && (!stream.isTable() || isReached(port, stream))) {
                flow.work(port).limit(stream, time);
            }
        }
    }

    private boolean isReached(Port port, Stream stream) {
        return times.stream()
                .anyMatch(reached ->
                        reached.port() == port.number() && reached.stream().equals(stream));
    }

    private void process(QueryFlow flow) {
        PriorityQueue<RowReader> waiting = new PriorityQueue<>();
        producers.forEach((producer, parts) -> {
            RowReader reader =
                    new RowReader(producer, flow.ports(), parts.values().iterator());
            if (reader.next()) {
                waiting.add(reader);
            }
        });
        for (RowReader reader = waiting.poll(); reader != null; reader = waiting.poll()) {
            boolean hasMore = true;
            for (RowReader other = waiting.peek();
                    hasMore && (other == null || reader.compareTo(other) <= 0);
                    hasMore = reader.next()) {
                flow.at(reader.cause());
                flow.work(reader.port()).process(reader);
            }
            if (hasMore) {
                waiting.add(reader);
            }
        }
    }
}
