package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockHead.Reached;
import io.nrtstreams.sql.function.Present;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
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
        Set<Stream> behind = limit(flow);
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
        flow.finish(behind);
    }

    /** Limits clocks to the times of streams that are behind, the furthest of them, and gives these streams. */
    private Set<Stream> limit(QueryFlow flow) {
        Set<Stream> behind = new HashSet<>();
        for (Reached reached : times) {
            if (reached.isBehind()) {
                behind.add(reached.stream());
                flow.work(flow.ports().get(reached.port())).limit(reached.stream(), reached.time());
            }
        }
        return behind;
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
