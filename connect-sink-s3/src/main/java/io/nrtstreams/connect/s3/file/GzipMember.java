package io.nrtstreams.connect.s3.file;

import java.util.zip.CRC32;

/** A gzip file of one member (RFC 1952). Each file has its own, of some 50 bytes; the compressor is shared. */
final class GzipMember implements Chunks {
    /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
    /** An empty last block with fixed codes. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private final SharedDeflater deflater;
    private final CRC32 checksum = new CRC32();
    private long uncompressed;

    GzipMember(SharedDeflater deflater) {
        this.deflater = deflater;
    }

    @Override
    public void begin(Segments target) {
        target.append(HEADER, 0, HEADER.length);
    }

    @Override
    public void write(byte[] chunk, int count, Segments target) {
        checksum.update(chunk, 0, count);
        uncompressed += count;
        deflater.deflate(chunk, count, target);
    }

    @Override
    public void end(Segments target) {
        target.append(LAST_BLOCK, 0, LAST_BLOCK.length);
        LittleEndian.four(target, checksum.getValue());
        LittleEndian.four(target, uncompressed);
    }
}
