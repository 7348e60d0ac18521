package io.nrtstreams.analytics.host.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block holds: the query, from which stream its rows come and as which part of it, and then rows and times, one after
 * the other. Single-threaded.
 */
final class BlockCodec {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ROW = 0;
    private static final int TIME = 1;

    private static final int KEY_ABSENT = 1;
    private static final int WINDOW = 2;
    private static final int BEFORE = 4;
    private static final int ORIGIN = 8;
    private static final int HEADERS = 16;

    private final ValueCodec values = new ValueCodec();

    /**
     * The head of a block.
     *
     * @param stream what keeps its order: a topic's partition, or a slot
     * @param part counts the blocks of the stream in this batch
     */
    record Head(String query, Stream stream, int part) {}

    /**
     * A topic's partition, or a slot at an earlier level, which has no topic.
     *
     * @param level at which its rows were made; 0 for a topic
     * @param number of the partition, or of the slot
     */
    record Stream(String topic, int level, int number) implements Comparable<Stream> {

        private static final Comparator<Stream> ORDER = Comparator.comparing(Stream::topic)
                .thenComparingInt(Stream::level)
                .thenComparingInt(Stream::number);

        static Stream of(String topic, int partition) {
            return new Stream(topic, 0, partition);
        }

        @Override
        public int compareTo(Stream other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A row, or a time alone.
     *
     * @param stage by its place in the plan
     * @param clock the source partition by whose time the row is late or not
     * @param reached the latest time of the rows of this stage, side and clock up to this one, in this stream and batch
     * @param cause of the row
     * @param row null for a time alone
     */
    record Entry(int stage, int side, int clock, long reached, Cause cause, @Nullable Row row) {}

    static String text(HostedQuery query) {
        return query.json().toString();
    }

    static HostedQuery query(String text) {
        try {
            return HostedQuery.read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a block without a query", e);
        }
    }

    void writeHead(Head head, ByteSink out) {
        out.writeText(head.query());
        out.writeText(head.stream().topic());
        out.writeUnsigned(head.stream().level());
        out.writeUnsigned(head.stream().number());
        out.writeUnsigned(head.part());
    }

    Head readHead(ByteSource in) {
        return new Head(in.readText(), new Stream(in.readText(), in.readSize(), in.readSize()), in.readSize());
    }

    void writeTime(int stage, int side, int clock, long reached, ByteSink out) {
        place(TIME, stage, side, clock, reached, out);
    }

    private static void place(int kind, int stage, int side, int clock, long reached, ByteSink out) {
        out.writeByte(kind);
        out.writeUnsigned(stage);
        out.writeByte(side);
        out.writeUnsigned(clock);
        out.writeLong(reached);
    }

    void writeRow(int stage, int side, int clock, long reached, Cause cause, Row row, String topic, ByteSink out) {
        place(ROW, stage, side, clock, reached, out);
        writeCause(cause, topic, reached, out);
        Origin origin = row.origin();
        Window window = row.window();
        boolean hasHeaders = origin != null && !origin.headers().isEmpty();
        out.writeByte((row.isKeyAbsent() ? KEY_ABSENT : 0)
                | (window != null ? WINDOW : 0)
                | (row.before() != null ? BEFORE : 0)
                | (origin != null ? ORIGIN : 0)
                | (hasHeaders ? HEADERS : 0));
        out.writeLong(row.timestamp() - reached);
        values.writeRow(row.key(), out);
        if (window != null) {
            out.writeLong(window.start());
            out.writeLong(window.end());
        }
        values.writeRow(row.value(), out);
        if (row.before() != null) {
            values.writeRow(row.before(), out);
        }
        if (origin != null) {
            out.writeText(origin.topic().equals(topic) ? "" : origin.topic());
            out.writeUnsigned(origin.partition());
            out.writeLong(origin.offset());
        }
        if (hasHeaders) {
            writeHeaders(origin.headers(), out);
        }
    }

    private static void writeCause(Cause cause, String topic, long reached, ByteSink out) {
        out.writeLong(cause.reached() - reached);
        out.writeText(cause.topic().equals(topic) ? "" : cause.topic());
        out.writeUnsigned(cause.partition());
        out.writeLong(cause.offset());
    }

    private static Cause readCause(String topic, long reached, ByteSource in) {
        long its = reached + in.readLong();
        String other = in.readText();
        return new Cause(its, other.isEmpty() ? topic : other, in.readSize(), in.readLong());
    }

    private static void writeHeaders(List<TopicRecord.Header> headers, ByteSink out) {
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

    Entry read(String topic, ByteSource in) {
        int kind = in.readByte();
        int stage = in.readSize();
        int side = in.readByte();
        int clock = in.readSize();
        long reached = in.readLong();
        if (kind == TIME) {
            return new Entry(stage, side, clock, reached, Cause.ofTime(reached, clock), null);
        }
        Cause cause = readCause(topic, reached, in);
        return new Entry(stage, side, clock, reached, cause, row(topic, reached, in));
    }

    private Row row(String topic, long reached, ByteSource in) {
        int flags = in.readByte();
        long timestamp = reached + in.readLong();
        @Nullable Object[] key = values.readRow(in);
        if (key == null) {
            throw new IllegalStateException("a row without a key");
        }
        Window window = (flags & WINDOW) == 0 ? null : new Window(in.readLong(), in.readLong());
        @Nullable Object[] value = values.readRow(in);
        @Nullable Object[] before = (flags & BEFORE) == 0 ? null : values.readRow(in);
        Origin origin = (flags & ORIGIN) == 0 ? null : origin(topic, (flags & HEADERS) != 0, in);
        return new Row(
                (flags & KEY_ABSENT) == 0 ? key : Row.absentKey(key.length), window, value, before, timestamp, origin);
    }

    private static Origin origin(String topic, boolean hasHeaders, ByteSource in) {
        String other = in.readText();
        int partition = in.readSize();
        long offset = in.readLong();
        return new Origin(other.isEmpty() ? topic : other, partition, offset, hasHeaders ? headers(in) : List.of());
    }

    private static List<TopicRecord.Header> headers(ByteSource in) {
        int size = in.readSize();
        List<TopicRecord.Header> headers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String key = in.readText();
            headers.add(new TopicRecord.Header(key, in.readByte() == 0 ? null : in.readBytes()));
        }
        return headers;
    }

    /** A key and its window as bytes, by which rows are spread. */
    void writeKey(Row row, ByteSink out) {
        values.writeRow(row.key(), out);
    }
}
