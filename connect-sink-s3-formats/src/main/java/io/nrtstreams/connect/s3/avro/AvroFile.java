package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.format.RecordFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * An object container file (Avro specification 1.12, "Object Container Files"): a header with the schema, then blocks of
 * records, each followed by the file's sync marker.
 *
 * <p>Records wait in a block of up to 64 KiB that grows as needed from 512 bytes, so that a file with one record takes no
 * more than that, its header and the record. A larger record is a block of its own.
 */
final class AvroFile implements RecordFile {
    private static final int FIRST_BLOCK = 512;
    private static final int LARGEST_BLOCK = 64 << 10;
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC_LENGTH = 16;
    /** Two counts and the marker. */
    private static final int ROUND_A_BLOCK = 2 * Varint.LONGEST + SYNC_LENGTH;

    private final AvroPlan plan;
    private final BlockCodec codec;
    private final Segments content = new Segments();
    private final byte[] sync = new byte[SYNC_LENGTH];
    private byte[] block = new byte[FIRST_BLOCK];
    private int waiting;
    private long records;

    AvroFile(AvroPlan plan, BlockCodec codec, RandomGenerator random) {
        this.plan = plan;
        this.codec = codec;
        random.nextBytes(sync);
        writeHeader();
    }

    private void writeHeader() {
        Map<String, String> metadata = new TreeMap<>(
                Map.of("avro.codec", codec.name(), "avro.schema", plan.schema().toString()));
        append(MAGIC, MAGIC.length);
        appendNumber(metadata.size());
        metadata.forEach((name, value) -> {
            appendText(name);
            appendText(value);
        });
        appendNumber(0);
        append(sync, sync.length);
    }

    @Override
    public boolean append(SinkRecord record) {
        ByteScratch encoded = plan.encode(record);
        makeRoom(encoded.length());
        System.arraycopy(encoded.bytes(), 0, block, waiting, encoded.length());
        waiting += encoded.length();
        records++;
        return true;
    }

    private void makeRoom(int wanted) {
        if (waiting > 0 && (long) waiting + wanted > LARGEST_BLOCK) {
            endBlock();
        }
        int needed = waiting + wanted;
        if (needed > block.length) {
            int doubled = Math.min(LARGEST_BLOCK, 2 * block.length);
            block = Arrays.copyOf(block, Math.max(needed, doubled));
        }
    }

    private void endBlock() {
        ByteBuffer compressed = compressed();
        appendNumber(records);
        appendNumber(compressed.remaining());
        content.append(compressed.array(), compressed.arrayOffset(), compressed.remaining());
        append(sync, sync.length);
        waiting = 0;
        records = 0;
        if (block.length > LARGEST_BLOCK) {
            block = new byte[LARGEST_BLOCK];
        }
    }

    /**
     * Where compression fails, as for want of memory outside the heap, no record is to blame: so it is an error that stops
     * the task, not an exception that rejects the record that came when the block was full.
     */
    private ByteBuffer compressed() {
        try {
            return codec.compressor().compress(block, waiting);
        } catch (RuntimeException e) {
            throw new InternalError("a block of " + waiting + " bytes cannot be compressed: " + e, e);
        }
    }

    @Override
    public long length() {
        return content.length() + (waiting == 0 ? 0 : waiting + ROUND_A_BLOCK);
    }

    @Override
    public long memory() {
        return content.capacity() + block.length;
    }

    @Override
    public Segments finish() {
        if (records > 0) {
            endBlock();
        }
        block = new byte[0];
        return content;
    }

    private void appendText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        appendNumber(utf8.length);
        append(utf8, utf8.length);
    }

    private void appendNumber(long number) {
        byte[] bytes = Varint.zigZag(number);
        append(bytes, bytes.length);
    }

    private void append(byte[] bytes, int count) {
        content.append(bytes, 0, count);
    }
}
