package io.nrtstreams.bench.endpoint;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;

/**
 * What is kept of a body: its measures, and its bytes if they are few.
 *
 * @param bytes its length as stored
 * @param lineFeeds how many it has, decompressed if it is gzip
 * @param endsOpen whether something follows the last line feed
 * @param crc32 of the bytes as stored
 * @param compressed whether it is gzip
 * @param first its first byte as stored, 0 if it has none
 * @param kept the bytes, empty if there are more than {@link #KEPT}
 */
record Content(
        long bytes, long lineFeeds, boolean endsOpen, long crc32, boolean compressed, byte first, ByteBuffer kept) {
    static final ByteBuffer NOT_KEPT = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /** Bodies up to this size are kept, so that small notes of a sink can be read back. */
    static final int KEPT = 4 << 10;

    private static final int GZIP_MAGIC = 0x1f8b;

    /** Reads all of a body. Memory: a few buffers. */
    static Content read(InputStream body) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(body, new CRC32());
        Counter stored = new Counter(checked);
        BufferedInputStream in = new BufferedInputStream(stored, 1 << 16);
        boolean compressed = isGzip(in);
        Counter text = new Counter(compressed ? new GZIPInputStream(in, 1 << 16) : in);
        text.drain();
        stored.drain();
        long crc32 = checked.getChecksum().getValue();
        return new Content(
                stored.bytes, text.lineFeeds, text.endsOpen(), crc32, compressed, stored.firstByte(), stored.kept());
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }

    /** Lines of the whole; one that ends open counts. */
    long lines() {
        return lineFeeds + (endsOpen ? 1 : 0);
    }

    /** This content and then another, as parts of an upload follow each other. */
    Content and(Content next) throws Refusal {
        if (compressed || next.compressed) {
            throw Refusal.unsupported("the lines of a gzip object cannot be counted over several parts;"
                    + " let files of the benchmark fit one part");
        }
        boolean open = next.bytes == 0 ? endsOpen : next.endsOpen;
        return new Content(
                bytes + next.bytes,
                lineFeeds + next.lineFeeds,
                open,
                crc32 ^ next.crc32,
                false,
                bytes == 0 ? next.first : first,
                NOT_KEPT);
    }

    /** Counts what is read through it. */
    private static final class Counter extends InputStream {
        private final InputStream in;
        private final ByteArrayOutputStream first = new ByteArrayOutputStream(256);
        private long bytes;
        private long lineFeeds;
        private int last = '\n';

        Counter(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            int read = in.read(target, from, count);
            if (read > 0) {
                count(target, from, read);
            }
            return read;
        }

        private void count(byte[] target, int from, int read) {
            first.write(target, from, Math.min(read, KEPT + 1 - first.size()));
            for (int i = from; i < from + read; i++) {
                lineFeeds += target[i] == '\n' ? 1 : 0;
            }
            last = target[from + read - 1];
            bytes += read;
        }

        void drain() throws IOException {
            byte[] buffer = new byte[1 << 16];
            int read;
            do {
                read = read(buffer, 0, buffer.length);
            } while (read >= 0);
        }

        boolean endsOpen() {
            return last != '\n';
        }

        byte firstByte() {
            return bytes == 0 ? 0 : first.toByteArray()[0];
        }

        ByteBuffer kept() {
            return bytes > KEPT
                    ? NOT_KEPT
                    : ByteBuffer.wrap(first.toByteArray()).asReadOnlyBuffer();
        }
    }
}
