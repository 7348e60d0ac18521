package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.block.BlockCompressor;
import io.nrtstreams.connect.s3.file.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages without Hadoop's codecs. What it returns is valid until the next call: the page store copies it at
 * once. One serves all files of a task. Not thread-safe.
 */
final class PageCompressor implements BytesInputCompressor {
    private final CompressionCodecName name;
    private final BlockCompressor compressor;

    private PageCompressor(CompressionCodecName name, BlockCompressor compressor) {
        this.name = name;
        this.compressor = compressor;
    }

    static PageCompressor of(Compression compression, int level) {
        return switch (compression) {
            case NONE -> new PageCompressor(CompressionCodecName.UNCOMPRESSED, BlockCompressor.none());
            case GZIP -> new PageCompressor(CompressionCodecName.GZIP, BlockCompressor.gzip(level));
            case SNAPPY -> new PageCompressor(CompressionCodecName.SNAPPY, BlockCompressor.snappy());
            case ZSTD -> new PageCompressor(CompressionCodecName.ZSTD, BlockCompressor.zstd(level));
        };
    }

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(page.size()));
        page.writeAllTo(out);
        byte[] bytes = out.toByteArray();
        return BytesInput.from(compressor.compress(bytes, bytes.length));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return name;
    }

    @Override
    public void release() {
        // The buffers serve the files that are still open.
    }
}
