package io.nrtstreams.analytics.host.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in the order of a batch: by the record that brought it about, and by its way from there. The way counts
 * at each place the rows that went out for one that came in. So wherever rows meet again they are in the order in which a
 * single thread would have made them, that takes each record through the whole query before the next one.
 *
 * <p>Records are in the order of the latest time of their partition up to them within the batch, then of their streams and
 * offsets. Changes with each row; single-threaded.
 */
final class Cause implements Comparable<Cause> {

    /** Behind all records: the time and the offset of what the end of a batch brings about. */
    static final long END = Long.MAX_VALUE;

    private static final byte[] NO_WAY = {};
    private static final byte[][] SHORT_WAYS = new byte[256][];
    /** Greater counts take more than a byte: this and how many more. */
    private static final int SMALL_COUNTS = 0xF8;

    static {
        for (int i = 0; i < SHORT_WAYS.length; i++) {
            SHORT_WAYS[i] = new byte[] {(byte) i};
        }
    }

    private long time = Long.MIN_VALUE;
    private Stream stream = new Stream(0, "", 0);
    private long offset;
    private byte[] way = NO_WAY;

    long time() {
        return time;
    }

    Stream stream() {
        return stream;
    }

    long offset() {
        return offset;
    }

    /** The cause is a record. */
    void set(long itsTime, Stream itsStream, long itsOffset) {
        time = itsTime;
        stream = itsStream;
        offset = itsOffset;
        way = NO_WAY;
    }

    void writeWay(int count, ByteSink out) {
        int more = count < SMALL_COUNTS ? 0 : (39 - Integer.numberOfLeadingZeros(count)) / 8;
        out.writeUnsigned(way.length + 1L + more);
        out.writeRaw(way);
        if (more == 0) {
            out.writeByte(count);
        } else {
            out.writeByte(SMALL_COUNTS + more);
            out.writeFixed(count, more);
        }
    }

    void readWay(ByteSource in) {
        int length = in.readSize();
        way = length == 1 ? SHORT_WAYS[in.readByte() & 0xFF] : in.readRaw(length);
    }

    @Override
    public int compareTo(Cause other) {
        int order = Long.compare(time, other.time);
        if (order == 0) {
            order = stream.compareTo(other.stream);
        }
        if (order == 0) {
            order = Long.compare(offset, other.offset);
        }
        return order == 0 ? Arrays.compareUnsigned(way, other.way) : order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cause that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(time) ^ Long.hashCode(offset);
    }
}
