package io.nrtstreams.analytics.host.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a block begins with; rows follow as {@link RowWriter} writes them.
 *
 * @param present of functions, in ms since the epoch
 * @param producer the task that made the block
 * @param number counts the blocks of a producer for one slot and level within a batch
 * @param query as JSON; null in all blocks of a producer but the last
 * @param times that the producer's rows have reached; with the last block
 * @param behind streams of which there is more to read than the batch takes, with the time up to which it takes them; with
 *     the last block
 */
record BlockHead(
        long present,
        String producer,
        int number,
        @Nullable String query,
        List<Reached> times,
        SortedMap<Stream, Long> behind) {

    private static final int VERSION = 2;

    /** A block that others follow. */
    static BlockHead notLast(long present, String producer, int number) {
        return new BlockHead(present, producer, number, null, List.of(), Collections.emptySortedMap());
    }

    /**
     * How far a stream's rows have come at a port.
     *
     * @param time the latest time of the rows
     */
    record Reached(int port, Stream stream, long time) {}

    void write(ByteSink out) {
        out.writeByte(VERSION);
        out.writeLong(present);
        out.writeText(producer);
        out.writeUnsigned(number);
        out.writeByte(query == null ? 0 : 1);
        if (query != null) {
            out.writeText(query);
            out.writeUnsigned(times.size());
            for (Reached reached : times) {
                out.writeUnsigned(reached.port);
                reached.stream.write(out);
                out.writeLong(reached.time);
            }
            out.writeUnsigned(behind.size());
            behind.forEach((stream, time) -> {
                stream.write(out);
                out.writeLong(time);
            });
        }
    }

    static BlockHead read(ByteSource in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalStateException("A block has version " + version + ", this release knows " + VERSION
                    + ". Let all executors run the same release.");
        }
        long present = in.readLong();
        String producer = in.readText();
        int number = in.readSize();
        if (in.readByte() == 0) {
            return notLast(present, producer, number);
        }
        String query = in.readText();
        int size = in.readSize();
        List<Reached> times = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            times.add(new Reached(in.readSize(), Stream.read(in), in.readLong()));
        }
        SortedMap<Stream, Long> behind = new TreeMap<>();
        for (int left = in.readSize(); left > 0; left--) {
            behind.put(Stream.read(in), in.readLong());
        }
        return new BlockHead(present, producer, number, query, times, behind);
    }
}
