package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.plan.KeySpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A table's rows on this server's disk. A row is there as soon as the query that makes the table has written it to its topic
 * and this server has read it from there. Thread-safe.
 */
public final class StoredTable {

    private final Wanted wanted;
    private final Formats formats;
    private final Database database;
    private volatile CountDownLatch upToDate = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<TopicCodec> codecs = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Opened opened;
    private volatile @Nullable String failure;

    /** The part of the database that the table has, and how far it is. */
    record Opened(Family family, Progress progress) {}

    StoredTable(Wanted wanted, Formats formats, Database database) {
        this.wanted = wanted;
        this.formats = formats;
        this.database = database;
    }

    Wanted wanted() {
        return wanted;
    }

    Optional<Opened> opened() {
        return Optional.ofNullable(opened);
    }

    void opened(Opened now) {
        opened = now;
        failure = null;
        noteProgress();
    }

    /** It has no part of the database for now. */
    void lost(String reason) {
        upToDate = new CountDownLatch(1);
        opened = null;
        failure = reason;
    }

    void noteProgress() {
        Opened now = opened;
        if (now != null && now.progress().isUpToDate()) {
            upToDate.countDown();
        }
    }

    /**
     * Reads the rows of some spans, as they are at this moment, in the order of their keys.
     *
     * @param patience how long to wait for a table that this server has not yet read to the end since it started
     * @throws SqlException when the table is not up to date by then, or cannot be kept so, with the reason
     */
    public StoredRows read(List<KeySpan> spans, Duration patience) {
        await(patience);
        Opened now = opened;
        if (now == null || !now.family().acquire()) {
            throw unavailable();
        }
        try {
            List<ByteRange> ranges = new TableKeys(wanted.table().schema()).ranges(spans);
            return new StoredRows(this, database, now, ranges);
        } catch (RuntimeException e) {
            now.family().release();
            throw e;
        }
    }

    /** How many columns its key has. */
    public int keyColumns() {
        return wanted.table().schema().key().size();
    }

    /** Whether it has been read to the end since the server started, and is kept up to date. */
    public boolean isUpToDate() {
        return upToDate.getCount() == 0 && failure == null;
    }

    private void await(Duration patience) {
        try {
            if (failure != null || !upToDate.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private SqlException unavailable() {
        String reason = failure;
        Opened now = opened;
        if (reason == null) {
            reason = now == null
                    ? "its store is being opened"
                    : now.progress().behind() + " records of its topic are still to be read since the server started";
        }
        return new SqlException(
                "The rows of " + wanted.table().name() + " cannot be told now: " + reason + ". Ask again in a while.");
    }

    /** A codec for one user, who gives it back. */
    TopicCodec takeCodec() {
        TopicCodec codec = codecs.poll();
        return codec == null ? TopicCodec.of(wanted.table().layout(), formats) : codec;
    }

    void giveBack(TopicCodec codec) {
        codecs.add(codec);
    }
}
