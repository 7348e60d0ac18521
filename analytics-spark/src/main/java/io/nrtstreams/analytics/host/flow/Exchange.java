package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockCodec.Head;
import io.nrtstreams.analytics.host.flow.BlockCodec.Stream;
import io.nrtstreams.sql.operator.OperatorContext;
import io.nrtstreams.sql.row.Row;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Spreads a query's rows to its slots by key, as blocks. It holds one block for each slot and level, some
 * {@value #LARGE_ENOUGH} bytes each. Single-threaded.
 */
final class Exchange {

    private static final int LARGE_ENOUGH = 128 << 10;

    private final HostedQuery query;
    private final String queryText;
    private final int[] levels;
    private final BlockCodec codec;
    private final ByteSink keyBytes = new ByteSink(64);
    private final Part[][] parts;
    /** By stage and side, then clock. */
    private final TreeMap<Integer, long[]>[][] reached;

    private Stream stream = Stream.of("", 0);
    private BlockOutput output = block -> {};
    private int clock;
    private Cause cause = Cause.NONE;

    /** What goes to one slot at one level. */
    private static final class Part {
        private final ByteSink bytes = new ByteSink(1024);
        private int number;
    }

    /**
     * An exchange for all keyed stages of a plan.
     *
     * @param levels of the stages, by their places
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic classes.
    Exchange(HostedQuery query, int[] levels, BlockCodec codec) {
        this.query = query;
        this.queryText = BlockCodec.text(query);
        this.levels = levels;
        this.codec = codec;
        int highest = Arrays.stream(levels).max().orElse(0);
        this.parts = new Part[query.slots().size()][highest + 1];
        this.reached = new TreeMap[levels.length][2];
        for (TreeMap<Integer, long[]>[] sides : reached) {
            sides[0] = new TreeMap<>();
            sides[1] = new TreeMap<>();
        }
    }

    void begin(Stream from, BlockOutput blocks) {
        stream = from;
        output = blocks;
        for (Part[] slot : parts) {
            for (int i = 0; i < slot.length; i++) {
                slot[i] = new Part();
            }
        }
        for (TreeMap<Integer, long[]>[] sides : reached) {
            sides[0].clear();
            sides[1].clear();
        }
    }

    /** Whose time counts for the rows to come, and what brings them about. */
    void at(int sourcePartition, Cause by) {
        clock = sourcePartition;
        cause = by;
    }

    void accept(int stage, int side, Row row) {
        long[] time = reached[stage][side].computeIfAbsent(clock, one -> new long[] {OperatorContext.NO_TIME});
        time[0] = Math.max(time[0], row.timestamp());
        Part part = parts[slotOf(row)][levels[stage]];
        begin(part);
        codec.writeRow(stage, side, clock, time[0], cause, row, stream.topic(), part.bytes);
        if (part.bytes.size() > LARGE_ENOUGH) {
            end(part, slotOf(row), levels[stage]);
        }
    }

    private void begin(Part part) {
        if (part.bytes.size() == 0) {
            codec.writeHead(new Head(queryText, stream, part.number++), part.bytes);
        }
    }

    private int slotOf(Row row) {
        if (parts.length == 1) {
            return 0;
        }
        keyBytes.clear();
        codec.writeKey(row, keyBytes);
        int hash = Arrays.hashCode(keyBytes.toBytes()) * 0x9E3779B9;
        return Math.floorMod(hash ^ (hash >>> 16), parts.length);
    }

    private void end(Part part, int slot, int level) {
        output.accept(new Block(query.slots().get(slot), level, part.bytes.toBytes()));
        part.bytes.clear();
    }

    /** Tells each slot how far the times have come, and gives all blocks that are left. */
    void finish() {
        for (int stage = 0; stage < reached.length; stage++) {
            for (int side = 0; side < 2; side++) {
                tell(stage, side);
            }
        }
        for (int slot = 0; slot < parts.length; slot++) {
            for (int level = 0; level < parts[slot].length; level++) {
                if (parts[slot][level].bytes.size() > 0) {
                    end(parts[slot][level], slot, level);
                }
            }
        }
    }

    private void tell(int stage, int side) {
        reached[stage][side].forEach((itsClock, time) -> {
            for (Part[] slot : parts) {
                Part part = slot[levels[stage]];
                begin(part);
                codec.writeTime(stage, side, itsClock, time[0], part.bytes);
            }
        });
    }
}
