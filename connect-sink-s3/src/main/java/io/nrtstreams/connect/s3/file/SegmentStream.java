package io.nrtstreams.connect.s3.file;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Reads a range of segments. Not thread-safe. */
final class SegmentStream extends InputStream {
    private final List<byte[]> segments;
    private int segment;
    private int at;
    private long left;

    SegmentStream(List<byte[]> segments, long from, long count) {
        this.segments = segments;
        this.left = count;
        long skip = from;
        while (segment < segments.size() && skip >= segments.get(segment).length) {
            skip -= segments.get(segment).length;
            segment++;
        }
        this.at = Math.toIntExact(skip);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) {
        Objects.checkFromIndexSize(from, count, target.length);
        if (left == 0) {
            return count == 0 ? 0 : -1;
        }
        if (at == segments.get(segment).length) {
            segment++;
            at = 0;
        }
        byte[] source = segments.get(segment);
        int step = (int) Math.min(left, Math.min(count, source.length - at));
        System.arraycopy(source, at, target, from, step);
        at += step;
        left -= step;
        return step;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }
}
