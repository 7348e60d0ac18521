package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.state.StateKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one producer for a slot, block by block: first where a row stands in the order, and once it is its turn the
 * row. Readers are in the order of their rows. Single-threaded.
 */
final class RowReader implements Comparable<RowReader> {

    private final String producer;
    private final List<Port> ports;
    private final Iterator<ByteSource> blocks;
    private final List<Stream> streams = new ArrayList<>();
    private final Cause cause = new Cause();
    private ByteSource in = new ByteSource(new byte[0]);
    private Port port;
    private int flags;
    private long time;
    private long offset;
    private Stream stream = new Stream(0, "", 0);
    private long reached;
    private long timestamp;
    private int keyTo;

    RowReader(String producer, List<Port> ports, Iterator<ByteSource> blocks) {
        this.producer = producer;
        this.ports = ports;
        this.blocks = blocks;
        this.port = ports.get(0);
    }

    /** Goes on to the next row's place; false at the end. */
    boolean next() {
        while (!in.hasMore()) {
            if (!blocks.hasNext()) {
                return false;
            }
            in = blocks.next();
            streams.clear();
            time = 0;
            offset = 0;
        }
        port = ports.get(in.readSize());
        flags = in.readByte();
        if ((flags & RowWriter.SAME_STREAM) == 0) {
            int number = in.readSize();
            if (number == streams.size()) {
                streams.add(Stream.read(in));
            }
            stream = streams.get(number);
        }
        time += in.readLong();
        offset += in.readLong();
        cause.set(time, stream, offset);
        cause.readWay(in);
        reached = time - in.readLong();
        timestamp = time - in.readLong();
        int length = in.readSize();
        keyTo = in.position() + length;
        return true;
    }

    Port port() {
        return port;
    }

    Cause cause() {
        return cause;
    }

    /** The latest time of the port's rows of this stream, with this one. */
    long reached() {
        return reached;
    }

    /** Lets a state look its key up. */
    StageState.Held select(StageState state, int clock) {
        return state.select(in.bytes(), in.position(), keyTo, clock);
    }

    /**
     * The row itself; once.
     *
     * @param key as it was found
     */
    Row row(StateKey key) {
        in.position(keyTo);
        @Nullable Object[] value = (flags & RowWriter.VALUE) == 0 ? null : port.rows().read(in);
        @Nullable Object[] before = (flags & RowWriter.BEFORE) == 0 ? null : port.rows().read(in);
        List<TopicRecord.Header> headers = (flags & RowWriter.HEADERS) == 0 ? List.of() : headers();
        Origin origin = (flags & RowWriter.ORIGIN) == 0
                ? null
                : new Origin(stream.topic(), stream.partition(), offset, headers);
        @Nullable Object[] columns = (flags & RowWriter.KEY_ABSENT) == 0
                ? key.values()
                : Row.absentKey(port.keys().columns());
        return new Row(columns, key.window(), value, before, timestamp, origin);
    }

    private List<TopicRecord.Header> headers() {
        int size = in.readSize();
        List<TopicRecord.Header> headers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String key = in.readText();
            headers.add(new TopicRecord.Header(key, in.readByte() == 0 ? null : in.readBytes()));
        }
        return List.copyOf(headers);
    }

    @Override
    public int compareTo(RowReader other) {
        int order = cause.compareTo(other.cause);
        return order == 0 ? producer.compareTo(other.producer) : order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
