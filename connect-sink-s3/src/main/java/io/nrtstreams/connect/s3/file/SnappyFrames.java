package io.nrtstreams.connect.s3.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import org.xerial.snappy.Snappy;

/**
 * Snappy's framing format (framing_format.txt of google/snappy): the stream identifier, then chunks of up to 64 KiB
 * each with its checksum. One for all files of a task, with one buffer of 75 KiB.
 */
final class SnappyFrames implements Chunks {
    private static final byte[] STREAM_IDENTIFIER = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};
    private static final int COMPRESSED = 0;
    private static final int UNCOMPRESSED = 1;
    private static final int CHECKSUM = 4;

    private final CRC32C checksum = new CRC32C();
    private final byte[] out = new byte[Snappy.maxCompressedLength(LARGEST)];

    @Override
    public void begin(Segments target) {
        target.append(STREAM_IDENTIFIER, 0, STREAM_IDENTIFIER.length);
    }

    /** A chunk that compression does not make smaller is stored as it is; one of nothing readers refuse. */
    @Override
    public void write(byte[] chunk, int count, Segments target) {
        if (count == 0) {
            return;
        }
        int size = compress(chunk, count);
        if (size < count) {
            header(COMPRESSED, size, chunk, count, target);
            target.append(out, 0, size);
        } else {
            header(UNCOMPRESSED, count, chunk, count, target);
            target.append(chunk, 0, count);
        }
    }

    private int compress(byte[] chunk, int count) {
        try {
            return Snappy.compress(chunk, 0, count, out, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("snappy could not compress a chunk of " + count + " bytes", e);
        }
    }

    private void header(int type, int size, byte[] chunk, int count, Segments target) {
        checksum.reset();
        checksum.update(chunk, 0, count);
        LittleEndian.four(target, type | (long) (size + CHECKSUM) << 8);
        LittleEndian.four(target, masked((int) checksum.getValue()));
    }

    /** As section 3 of the format says, so that a checksum of data with checksums in it stays a good one. */
    private static int masked(int crc) {
        return Integer.rotateRight(crc, 15) + 0xa282ead8;
    }
}
