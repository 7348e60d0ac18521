package io.nrtstreams.analytics.host.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block begins with; rows follow as {@link RowWriter} writes them.
 *
 * @param present of functions, in ms since the epoch
 * @param producer the task that made the block
 * @param number counts the blocks of a producer for one slot and level within a batch
 * @param query as JSON; null in all blocks of a producer but the last
 * @param times that the producer's rows have reached; with the last block
 */
record BlockHead(
        long present, String producer, int number, @Nullable String query, List<Reached> times) {

    private static final int VERSION = 1;

    /**
     * How far a stream's rows have come at a port.
     *
     * @param time the latest time of the rows
     * @param isBehind whether there was more of the stream to read than the batch took
     */
    record Reached(int port, Stream stream, long time, boolean isBehind) {}

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
                out.writeByte(reached.isBehind ? 1 : 0);
            }
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
            return new BlockHead(present, producer, number, null, List.of());
        }
        String query = in.readText();
        int size = in.readSize();
        List<Reached> times = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            times.add(new Reached(in.readSize(), Stream.read(in), in.readLong(), in.readByte() != 0));
        }
        return new BlockHead(present, producer, number, query, times);
    }
}
