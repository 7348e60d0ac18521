package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a block. Of each row: the port and what there is of it, its cause (a stream of which the block knows nothing yet
 * follows its number), the time that the port's rows of that stream have reached with it, its own time, its key with the
 * length before it, its value, the value before it, and the headers of its origin, which is its cause or none. Times and
 * offsets are differences to the row before, or to the cause. Single-threaded.
 */
final class RowWriter {

    static final int KEY_ABSENT = 1;
    static final int VALUE = 1 << 1;
    static final int BEFORE = 1 << 2;
    static final int ORIGIN = 1 << 3;
    static final int HEADERS = 1 << 4;
    static final int SAME_STREAM = 1 << 5;

    private final ByteSink out = new ByteSink(1024);
    private final List<Stream> streams = new ArrayList<>();
    private int stream = -1;
    private long time;
    private long offset;

    int size() {
        return out.size();
    }

    ByteSink bytes() {
        return out;
    }

    void clear() {
        out.clear();
        streams.clear();
        stream = -1;
        time = 0;
        offset = 0;
    }

    /**
     * Adds a row.
     *
     * @param count of the rows that its cause brought about here before it
     * @param reached the latest time of the port's rows of this stream, with this one
     */
    void add(Port port, Row row, Cause cause, int count, long reached, ByteSink key) {
        Origin origin = row.origin();
        List<TopicRecord.Header> headers = origin == null ? List.of() : origin.headers();
        boolean isSame = stream >= 0 && streams.get(stream).equals(cause.stream());
        out.writeUnsigned(port.number());
        out.writeByte((row.isKeyAbsent() ? KEY_ABSENT : 0)
                | (row.value() != null ? VALUE : 0)
                | (row.before() != null ? BEFORE : 0)
                | (origin != null ? ORIGIN : 0)
                | (headers.isEmpty() ? 0 : HEADERS)
                | (isSame ? SAME_STREAM : 0));
        if (!isSame) {
            select(cause.stream());
        }
        out.writeLong(cause.time() - time);
        out.writeLong(cause.offset() - offset);
        time = cause.time();
        offset = cause.offset();
        cause.writeWay(count, out);
        out.writeLong(time - reached);
        out.writeLong(time - row.timestamp());
        out.writeBytes(key);
        if (row.value() != null) {
            port.rows().write(row.value(), out);
        }
        if (row.before() != null) {
            port.rows().write(row.before(), out);
        }
        if (!headers.isEmpty()) {
            writeHeaders(headers);
        }
    }

    private void select(Stream next) {
        stream = streams.indexOf(next);
        if (stream >= 0) {
            out.writeUnsigned(stream);
        } else {
            stream = streams.size();
            streams.add(next);
            out.writeUnsigned(stream);
            next.write(out);
        }
    }

    private void writeHeaders(List<TopicRecord.Header> headers) {
        out.writeUnsigned(headers.size());
        for (TopicRecord.Header header : headers) {
            out.writeText(header.key());
            byte[] value = header.value();
            out.writeByte(value == null ? 0 : 1);
            if (value != null) {
                out.writeBytes(value);
            }
        }
    }
}
