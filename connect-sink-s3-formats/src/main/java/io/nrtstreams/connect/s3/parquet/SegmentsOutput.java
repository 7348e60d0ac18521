package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.file.Segments;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file in memory, for Parquet's writer. */
record SegmentsOutput(Segments content) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Stream(content);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Stream extends PositionOutputStream {
        private final Segments content;

        private Stream(Segments content) {
            this.content = content;
        }

        @Override
        public long getPos() {
            return content.length();
        }

        @Override
        public void write(int one) {
            content.append(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            content.append(bytes, from, count);
        }
    }
}
