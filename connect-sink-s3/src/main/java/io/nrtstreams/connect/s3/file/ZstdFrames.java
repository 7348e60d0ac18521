package io.nrtstreams.connect.s3.file;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.lang.ref.Cleaner;

/**
 * Zstandard frames one after the other (RFC 8878, section 3): each holds its content's size and checksum.
 *
 * <p>One for all files of a task: a context takes up to 2 MiB outside the heap (level 19), which hundreds of open files
 * cannot have each. It is freed when the task's format is collected.
 */
final class ZstdFrames implements Chunks {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private final byte[] out = new byte[Math.toIntExact(Zstd.compressBound(LARGEST))];

    ZstdFrames(int level) {
        CLEANER.register(this, context::close);
        context.setLevel(level).setChecksum(true);
    }

    @Override
    public void write(byte[] chunk, int count, Segments target) {
        int size = context.compressByteArray(out, 0, out.length, chunk, 0, count);
        target.append(out, 0, size);
    }
}
