package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.KeySpan.Bound;
import io.nrtstreams.sql.plan.KeySpan.Range;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a table's rows in the store: the key columns in their order, then start and end of the window, each in the order
 * of its type. So one key, a range of keys that agree in their first columns, and the windows of a key are ranges of bytes.
 */
final class TableKeys {

    /** Before the keys of rows. */
    static final int ROWS = 'r';
    /** Before the entries by which old windows are found: partition, start of the window, key of the row. */
    static final int EXPIRIES = 'e';

    private final List<SqlType> types;
    private final boolean windowed;
    private final LookUpBytes bytes = new LookUpBytes();

    TableKeys(Schema schema) {
        this.types = schema.key().stream().map(Column::type).toList();
        this.windowed = schema.windowed();
    }

    /** The whole table. */
    static ByteRange all() {
        return ByteRange.of(new byte[] {ROWS});
    }

    byte[] key(Row row) {
        bytes.clear();
        bytes.write(ROWS);
        for (int i = 0; i < types.size(); i++) {
            bytes.value(row.key()[i], types.get(i));
        }
        Window window = row.window();
        if (windowed && window != null) {
            bytes.bigint(window.start());
            bytes.bigint(window.end());
        }
        return bytes.toBytes();
    }

    static byte[] expiry(int partition, long windowStart, byte[] key) {
        LookUpBytes entry = new LookUpBytes();
        entry.write(EXPIRIES);
        entry.integer(partition);
        entry.bigint(windowStart);
        entry.raw(key);
        return entry.toBytes();
    }

    /** The entries of windows of a partition that start before a time. */
    static ByteRange expiries(int partition, long before) {
        return new ByteRange(expiry(partition, Long.MIN_VALUE, new byte[0]), expiry(partition, before, new byte[0]));
    }

    /** The key of the row that an entry is for. */
    static byte[] keyOf(byte[] expiry) {
        return Arrays.copyOfRange(expiry, 1 + Integer.BYTES + Long.BYTES, expiry.length);
    }

    /** Where the rows of some spans are: ranges in their order that do not meet. */
    List<ByteRange> ranges(List<KeySpan> spans) {
        return ByteRange.merged(spans.stream().map(this::range).toList());
    }

    private ByteRange range(KeySpan span) {
        LookUpBytes prefix = new LookUpBytes();
        prefix.write(ROWS);
        for (int i = 0; i < types.size(); i++) {
            Range range = span.columns().get(i);
            SqlType type = types.get(i);
            if (!range.isPoint() || isZero(range)) {
                return range(prefix.toBytes(), range, type);
            }
            prefix.value(range.low().orElseThrow().value(), type);
        }
        return windowed ? windows(prefix.toBytes(), span.windowStart()) : ByteRange.of(prefix.toBytes());
    }

    /** Zero is equal to the other zero, which has a key of its own. */
    private static boolean isZero(Range range) {
        return range.low()
                .map(Bound::value)
                .filter(value -> value instanceof Double zero && zero == 0)
                .isPresent();
    }

    private static ByteRange range(byte[] prefix, Range range, SqlType type) {
        byte[] from = range.low()
                .map(low -> low.inclusive()
                        ? with(prefix, least(low.value()), type)
                        : end(ByteRange.after(with(prefix, low.value(), type))))
                .orElse(prefix);
        Optional<Bound> high = range.high();
        byte[] to = high.isEmpty()
                ? ByteRange.after(prefix)
                : high.get().inclusive()
                        ? ByteRange.after(with(prefix, greatest(high.get().value()), type))
                        : with(prefix, high.get().value(), type);
        return new ByteRange(from, to);
    }

    private static Object least(Object value) {
        return value instanceof Double zero && zero == 0 ? (Object) (-0.0) : value;
    }

    private static Object greatest(Object value) {
        return value instanceof Double zero && zero == 0 ? (Object) 0.0 : value;
    }

    private static ByteRange windows(byte[] key, Range starts) {
        byte[] from = starts.low().map(low -> with(key, (Long) low.value())).orElse(key);
        byte[] to = starts.high()
                .map(high -> ByteRange.after(with(key, (Long) high.value())))
                .orElseGet(() -> ByteRange.after(key));
        return new ByteRange(from, to);
    }

    private static byte[] with(byte[] key, long windowStart) {
        LookUpBytes bytes = new LookUpBytes();
        bytes.raw(key);
        bytes.bigint(windowStart);
        return bytes.toBytes();
    }

    private static byte[] with(byte[] prefix, Object value, SqlType type) {
        LookUpBytes bytes = new LookUpBytes();
        bytes.raw(prefix);
        bytes.value(value, type);
        return bytes.toBytes();
    }

    /** Bytes of a key are never all ones, as they begin with what they are. */
    private static byte[] end(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("a key of ones only");
        }
        return bytes;
    }
}
