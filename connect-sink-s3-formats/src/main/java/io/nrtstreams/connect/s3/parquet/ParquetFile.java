package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.format.RecordFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file. Rows gather in a row group of at most some 16 MiB, so that a file of the default {@code rotate.bytes}
 * has a few and the memory budget room for several files.
 *
 * <p>The first rows wait on a tape until they hold as much as the buffers of the columns will: most of the many files that
 * may be open are small.
 *
 * <p>A record is taken apart whole before any of it reaches a column: after half a row the columns would no longer fit
 * together. What it holds is measured now and then, as that visits every column, and estimated between.
 */
final class ParquetFile implements RecordFile {
    static final long ROW_GROUP = 16 << 20;

    private static final long LEAST_STEP = 16 << 10;
    /** Of what a group holds, the share that may come before it is measured again. */
    private static final int SHARE_OF_STEP = 16;
    /** What the footer and the page indexes hold for a column of a row group. */
    private static final int FOOTER_PER_COLUMN = 200;

    private final ParquetPlan plan;
    private final PageCompressor compressor;
    private final int columns;
    private final Segments content = new Segments();
    private final ParquetFileWriter writer;
    private final RowTape tape = new RowTape();
    private @Nullable RowGroup group;
    private int groups;
    private long groupLength;
    private long groupMemory;
    private long unmeasured;

    ParquetFile(ParquetPlan plan, PageCompressor compressor) {
        this.plan = plan;
        this.compressor = compressor;
        this.columns = plan.schema().getColumns().size();
        try {
            writer = new ParquetFileWriter(
                    new SegmentsOutput(content),
                    plan.schema(),
                    ParquetFileWriter.Mode.CREATE,
                    ROW_GROUP,
                    0,
                    null,
                    RowGroup.properties());
            writer.start();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public boolean append(SinkRecord record) {
        List<Leaf> leaves = plan.shred(record);
        try {
            add(leaves);
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
        return true;
    }

    private void add(List<Leaf> leaves) throws IOException {
        for (Leaf leaf : leaves) {
            unmeasured += leaf.bytes();
        }
        if (group == null) {
            tape.add(leaves);
            if (tape.memory() >= Math.min(ROW_GROUP, (long) columns * RowGroup.FIXED_PER_COLUMN)) {
                measure(beginGroup());
            }
            return;
        }
        group.add(leaves);
        if (unmeasured >= Math.max(LEAST_STEP, groupLength / SHARE_OF_STEP)) {
            measure(group);
        }
        if (groupLength >= ROW_GROUP) {
            endGroup(group);
        }
    }

    private RowGroup beginGroup() {
        RowGroup begun = new RowGroup(plan.schema(), compressor);
        tape.moveTo(begun, plan.leaves());
        group = begun;
        return begun;
    }

    private void measure(RowGroup measured) {
        groupLength = measured.length();
        groupMemory = measured.memory();
        unmeasured = 0;
    }

    private void endGroup(RowGroup ended) throws IOException {
        ended.end(writer);
        group = null;
        groups++;
        groupLength = 0;
        groupMemory = 0;
        unmeasured = 0;
    }

    @Override
    public long length() {
        return content.length() + groupLength + unmeasured + (groups + 1L) * columns * FOOTER_PER_COLUMN;
    }

    @Override
    public long memory() {
        return content.capacity() + tape.memory() + groupMemory + (group == null ? 0 : unmeasured);
    }

    @Override
    public Segments finish() {
        try {
            if (!tape.isEmpty()) {
                beginGroup();
            }
            if (group != null) {
                endGroup(group);
            }
            writer.end(Map.of());
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
        return content;
    }

    /**
     * Memory has no I/O errors, and values of the right types are all that a column asks for. Were it to happen, the file
     * would be lost and no record of it may count as stored: the task has to stop, whoever catches exceptions of records.
     */
    private static AssertionError broken(Exception cause) {
        return new AssertionError("a Parquet file in memory is broken; its records are read again", cause);
    }
}
