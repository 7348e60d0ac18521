package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockHead.Reached;
import io.nrtstreams.sql.operator.OperatorContext;
import io.nrtstreams.sql.row.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Spreads a query's rows over its slots by key, as blocks. It holds a block for each slot and level, of some
 * {@value #LARGE_ENOUGH} bytes. Single-threaded.
 */
final class Spread {

    private static final int LARGE_ENOUGH = 64 << 10;

    private final HostedQuery query;
    private final String queryText;
    private final List<Port> ports;
    private final Part[][] parts;
    private final ByteSink key = new ByteSink(64);
    private final TreeMap<Stream, long[]> reached = new TreeMap<>();

    private long present;
    private String producer = "";
    private BlockOutput output = block -> {};
    private Cause cause = new Cause();
    private int count;
    private Stream stream = cause.stream();
    private long[] times = {};

    /** What goes to one slot at one level. */
    private static final class Part {
        private final RowWriter rows = new RowWriter();
        private int number;
    }

    Spread(HostedQuery query, List<Port> ports) {
        this.query = query;
        this.queryText = query.json().toString();
        this.ports = ports;
        int highest = ports.stream().mapToInt(Port::level).max().orElse(0);
        this.parts = new Part[query.slots().size()][highest + 1];
        for (Part[] slot : parts) {
            Arrays.setAll(slot, level -> new Part());
        }
    }

    /**
     * Begins a task.
     *
     * @param time the present of functions, in ms since the epoch
     * @param task that makes the blocks, unique in a batch
     */
    void begin(long time, String task, BlockOutput blocks) {
        present = time;
        producer = task;
        output = blocks;
        reached.clear();
        stream = new Stream(0, "", 0);
        for (Part[] slot : parts) {
            for (Part part : slot) {
                part.rows.clear();
                part.number = 0;
            }
        }
    }

    /** What brings the rows to come about; it changes no more until the next call. */
    void at(Cause next) {
        cause = next;
        count = 0;
        if (!next.stream().equals(stream)) {
            stream = next.stream();
            times = reached.computeIfAbsent(stream, one -> none());
        }
    }

    private long[] none() {
        long[] none = new long[ports.size()];
        Arrays.fill(none, OperatorContext.NO_TIME);
        return none;
    }

    void accept(Port port, Row row) {
        long time = Math.max(times[port.number()], row.timestamp());
        times[port.number()] = time;
        key.clear();
        port.keys().write(row.key(), row.window(), key);
        int slot = parts.length == 1 ? 0 : Math.floorMod(key.hash(0), parts.length);
        Part part = parts[slot][port.level()];
        part.rows.add(port, row, cause, count++, time, key);
        if (part.rows.size() >= LARGE_ENOUGH) {
            end(slot, port.level(), BlockHead.notLast(present, producer, part.number++));
        }
    }

    private void end(int slot, int level, BlockHead head) {
        Part part = parts[slot][level];
        ByteSink out = new ByteSink(part.rows.size() + 256);
        head.write(out);
        out.writeRaw(part.rows.bytes());
        part.rows.clear();
        output.accept(new Block(query.slots().get(slot), level, out.toBytes()));
    }

    /**
     * Gives all blocks that are left, and tells each slot how far the times have come that matter to it.
     *
     * @param behind streams of which there is more to read than the batch takes, with the time up to which it takes them. That
     *     is told to all levels at once, as their rows may not come so far
     */
    void finish(SortedMap<Stream, Long> behind) {
        int levels = parts.length == 0 ? 0 : parts[0].length;
        for (int level = 1; level < levels; level++) {
            List<Reached> last = last(level);
            boolean isToldAll = !last.isEmpty() || (!behind.isEmpty() && needsTime(level));
            for (int slot = 0; slot < parts.length; slot++) {
                Part part = parts[slot][level];
                if (part.number > 0 || part.rows.size() > 0 || isToldAll) {
                    end(slot, level, new BlockHead(present, producer, part.number++, queryText, last, behind));
                }
            }
        }
        output = block -> {};
    }

    private boolean needsTime(int level) {
        return ports.stream().anyMatch(port -> port.level() == level && port.needsTime());
    }

    private List<Reached> last(int level) {
        List<Reached> last = new ArrayList<>();
        reached.forEach((one, its) -> {
            for (Port port : ports) {
                if (port.level() == level && port.needsTime() && its[port.number()] != OperatorContext.NO_TIME) {
                    last.add(new Reached(port.number(), one, its[port.number()]));
                }
            }
        });
        return last;
    }
}
