package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.analytics.host.output.OutputException;
import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a chain. An object is opened when its first record is wanted, not before, and closed behind its last.
 * Single-threaded.
 */
final class ChainCursor {

    /** The sink's metadata, as Hadoop's S3 file system gives them. */
    private static final String LAST_OFFSET = "header.nrt-last-offset";

    private final FileSystem files;
    private final Chain chain;
    private final RecordMaker maker;
    private int link;
    private @Nullable RawRows rows;
    private @Nullable TopicRecord record;
    private long next;

    /** A cursor that has passed all records below the offset, as far as it knows without opening an object. */
    ChainCursor(FileSystem files, Chain chain, RecordMaker maker, long from) {
        this.files = files;
        this.chain = chain;
        this.maker = maker;
        this.link = chain.linkOf(from);
        if (chain.first(link) < from && last(chain.object(link)) < from) {
            link++;
        }
        this.next = link < chain.size() ? chain.first(link) : Long.MAX_VALUE;
    }

    /** The last offset of an object, by its metadata; as large as can be where the place keeps none. */
    private long last(Path object) {
        try {
            byte[] last = files.getXAttrs(object).get(LAST_OFFSET);
            return last == null ? Long.MAX_VALUE : Long.parseLong(new String(last, StandardCharsets.UTF_8));
        } catch (UnsupportedOperationException e) {
            // A local folder: the object is read instead.
            return Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new SourceException("The object " + object + " has metadata nrt-last-offset that are no offset.", e);
        } catch (IOException e) {
            throw unreadable(object, e);
        }
    }

    /** Nothing is left below this offset; {@link Long#MAX_VALUE} at the end. */
    long next() {
        return next;
    }

    boolean isOpen() {
        return rows != null;
    }

    /** The record at {@link #next()}; null when there is none, and {@code next} has moved on. */
    @Nullable TopicRecord peek() {
        if (record == null && link < chain.size()) {
            load();
        }
        return record;
    }

    /** Goes on behind the record. */
    void advance() {
        record = null;
        load();
    }

    private void load() {
        Path object = chain.object(link);
        try {
            if (rows == null) {
                rows = ObjectFiles.open(files, object, chain.format(), ',');
            }
            Map<String, @Nullable Object> row = rows.next();
            if (row == null) {
                rows.close();
                rows = null;
                link++;
                next = link < chain.size() ? chain.first(link) : Long.MAX_VALUE;
                return;
            }
            record = maker.record(chain.topic(), chain.partition(), row);
            next = record.offset();
        } catch (SourceException e) {
            throw new SourceException("The object " + object + " cannot be used: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw unreadable(object, e);
        }
    }

    private static RuntimeException unreadable(Path object, IOException e) {
        String what = "The object " + object + " cannot be read: " + Damage.reason(e) + ".";
        return Damage.is(e)
                ? new SourceException(what + " Put it back as the sink wrote it.", e)
                : new OutputException(what, e);
    }

    void close() {
        RawRows open = rows;
        rows = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw unreadable(chain.object(link), e);
            }
        }
    }
}
