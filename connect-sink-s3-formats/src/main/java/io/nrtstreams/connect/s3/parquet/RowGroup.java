package io.nrtstreams.connect.s3.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/** The rows that are not yet in a file's bytes: of each column an open page, and finished pages, compressed. */
final class RowGroup {
    /**
     * Half of Parquet's usual size for a page, as every column of every open file may hold one; and a quarter of it for a
     * dictionary, whose values take several times their size as objects.
     */
    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            .withPageSize(512 << 10)
            .withDictionaryPageSize(256 << 10)
            .build();

    /** What the buffers of a column take before they hold anything, as measured on a heap: 16 KiB for a dictionary. */
    static final int FIXED_PER_COLUMN = 18 << 10;
    /**
     * A dictionary's values are objects in a hash table, which take some three times the bytes that Parquet counts; it
     * gives up a dictionary that grows over its limit.
     */
    private static final int DICTIONARY_OBJECTS = 2;

    private static final long LARGEST_DICTIONARY =
            (long) DICTIONARY_OBJECTS * PROPERTIES.getDictionaryPageSizeThreshold();

    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore columns;
    private final ColumnWriter[] writers;
    private long rows;

    RowGroup(MessageType schema, PageCompressor compressor) {
        pages = ColumnChunkPageWriteStore.builder()
                .withSchema(schema)
                .withCompressorProvider(column -> compressor)
                .withAllocator(HeapByteBufferAllocator.getInstance())
                .withColumnIndexTruncateLength(PROPERTIES.getColumnIndexTruncateLength())
                .withPageWriteChecksumEnabled(PROPERTIES.getPageWriteChecksumEnabled())
                .build();
        columns = PROPERTIES.newColumnWriteStore(schema, pages, pages);
        writers = schema.getColumns().stream().map(columns::getColumnWriter).toArray(ColumnWriter[]::new);
    }

    static ParquetProperties properties() {
        return PROPERTIES;
    }

    /** Adds a row; {@code leaves} has its part for each column. */
    void add(List<Leaf> leaves) {
        for (int i = 0; i < writers.length; i++) {
            leaves.get(i).writeTo(writers[i]);
        }
        columns.endRecord();
        rows++;
    }

    /** About how many bytes the rows would be in the file, open pages not being compressed yet. Visits each column. */
    long length() {
        return columns.getBufferedSize();
    }

    /** Bytes of memory held, about. Visits each column. */
    long memory() {
        long counted = columns.getAllocatedSize();
        long objects = Math.min(DICTIONARY_OBJECTS * counted, writers.length * LARGEST_DICTIONARY);
        return counted + objects + (long) writers.length * FIXED_PER_COLUMN;
    }

    /** Writes the rows; the group is of no use then. */
    void end(ParquetFileWriter file) throws IOException {
        file.startBlock(rows);
        columns.flush();
        pages.flushToFileWriter(file);
        file.endBlock();
        columns.close();
        pages.close();
    }
}
