package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.file.FileBytes;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.FileEncoder;
import io.nrtstreams.connect.s3.format.Utf8Buffer;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Encodes records into the files of chains. A record is encoded whole before a byte of it reaches the file, so that one
 * that cannot be written leaves no trace. Owned by the task's thread.
 */
final class FileFiller {
    private static final long NO_TIMESTAMP = -1;

    private final Supplier<FileBytes> files;
    private final Utf8Buffer line = new Utf8Buffer();

    FileFiller(Supplier<FileBytes> files) {
        this.files = files;
    }

    /**
     * Appends the record unless the chain has it already.
     *
     * @return whether it began a new file
     * @throws BadRecordException if it cannot be written
     */
    boolean append(Chain chain, SinkRecord record, Instant now) {
        long offset = record.originalKafkaOffset();
        long timestamp = record.timestamp() == null ? NO_TIMESTAMP : record.timestamp();
        if (!chain.takes(offset, timestamp)) {
            return false;
        }
        FileEncoder fitting = encode(chain, record);
        if (fitting != chain.encoder()) {
            chain.widen(fitting);
        }
        return chain.append(offset, timestamp, line, files, now);
    }

    private FileEncoder encode(Chain chain, SinkRecord record) {
        try {
            line.clear();
            if (chain.encoder().writeLine(record, line)) {
                return chain.encoder();
            }
            FileEncoder wider = chain.encoder().widenedFor(record);
            line.clear();
            wider.writeLine(record, line);
            return wider;
        } catch (BadRecordException e) {
            throw e;
        } catch (RuntimeException e) {
            // Encoding has no other effect, so whatever fails is the record's; its message may hold data.
            throw new BadRecordException("it cannot be written, perhaps as its value does not match its schema ("
                    + e.getClass().getSimpleName() + ")");
        }
    }
}
