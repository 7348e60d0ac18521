package io.nrtstreams.connect.s3.file;

import java.util.zip.Deflater;

/**
 * One compressor for any number of open files: a zlib deflater takes some 256 KiB outside the heap, which hundreds of
 * open files cannot have each.
 *
 * <p>Each chunk is deflated on its own and ends at a byte border (a full flush, RFC 1951 section 3.2.4, an empty stored
 * block), so that chunks written one after the other are one deflate stream. Not thread-safe.
 */
final class SharedDeflater {
    private final Deflater deflater;
    private final byte[] out = new byte[16 << 10];

    SharedDeflater(int level) {
        this.deflater = new Deflater(level, true);
    }

    void deflate(byte[] chunk, int count, Segments target) {
        deflater.reset();
        deflater.setInput(chunk, 0, count);
        int produced;
        do {
            produced = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
            target.append(out, 0, produced);
        } while (produced == out.length);
    }
}
