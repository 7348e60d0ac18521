package io.nrtstreams.analytics.host.flow;

import java.nio.charset.StandardCharsets;

/** Second keys of maps as bytes that sort, unsigned, as the values do. Types that have no order get one, that of their bytes. */
final class SortableBytes {

    private SortableBytes() {}

    static byte[] of(Object value, ValueCodec values) {
        ByteSink out = new ByteSink(16);
        if (value instanceof Long number) {
            writeTime(number, out);
        } else if (value instanceof Integer number) {
            writeTime(number, out);
        } else if (value instanceof Double number) {
            long bits = Double.doubleToLongBits(number);
            out.writeFixed(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeRaw(bytes, 0, bytes.length);
        } else {
            values.write(value, out);
        }
        return out.toBytes();
    }

    static void writeTime(long time, ByteSink out) {
        out.writeFixed(time ^ Long.MIN_VALUE);
    }
}
