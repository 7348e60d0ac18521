package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultRow;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows from a query to its reader: a worker polls the query and writes the rows as text, the event loop sends them,
 * and only when they are gone as far as the reader's window goes, a worker polls again. So a slow reader holds back its
 * query, has no thread, and keeps in memory what one poll gave and the write queue's 64 KiB. A reader that takes nothing
 * for {@link RestLimits#stallTime} loses its query.
 */
final class QueryPump {

    private static final Duration POLL = Duration.ofMillis(500);
    /**
     * How many bytes of frames are on their way to a reader at the same time. Readers take in 64 KiB at once, and the frame
     * at the end of that is handed on in two parts.
     */
    private static final int MOST_UNSETTLED = 16 << 10;

    /** RFC 9113, section 4.1. */
    private static final int FRAME_HEADER_BYTES = 9;
    /** How often is looked whether a reader has room for a frame, in ms. */
    private static final long LOOK_MILLIS = 2;
    /** A frame that a reader has no room for this often is cut in two after all. */
    private static final int MOST_LOOKS = 500;

    private final QueryRun run;
    private final AnswerText text;
    private final AnswerSink sink;
    private final Context context;
    private final Workers workers;
    private final OpenQueries.Place place;
    private final RestLimits limits;
    private final RestMetrics metrics;
    private final boolean isPush;
    private final Duration most;
    private final long began = System.nanoTime();

    /** Of the worker. */
    private long rowCount;

    /** Of the event loop. */
    private long timer;

    private int looks;
    private int unsettled;
    private boolean isSilent = true;
    /** Since when the reader takes nothing; 0 while it does. */
    private long stalledSince;

    private volatile boolean isOver;
    private volatile @Nullable String ending;

    QueryPump(
            QueryRun run, AnswerText text, AnswerSink sink, Context context, RestParts parts, OpenQueries.Place place) {
        this.run = run;
        this.text = text;
        this.sink = sink;
        this.context = context;
        this.workers = parts.workers();
        this.limits = parts.limits();
        this.metrics = parts.metrics();
        this.place = place;
        this.isPush = run.header().queryId().isPresent();
        this.most = isPush ? limits.pushTime() : limits.pullTime();
    }

    /**
     * What is sent, and whether it is the last.
     *
     * @param pieces in which it is sent
     */
    private record Part(List<Buffer> pieces, boolean isLast) {}

    /** What is still to be sent of a part. */
    private static final class Pieces {
        private final List<Buffer> pieces;
        private int next;

        Pieces(List<Buffer> pieces) {
            this.pieces = pieces;
        }

        boolean hasNext() {
            return next < pieces.size();
        }

        Buffer peek() {
            return pieces.get(next);
        }

        Buffer next() {
            return pieces.get(next++);
        }
    }

    /**
     * Gets the beginning ready, on a worker: of a look-up its first rows, so that one that fails at once gets the status of
     * a failure.
     *
     * @return goes on with it, on the event loop
     */
    Runnable begin() throws InterruptedException {
        List<Buffer> pieces = new ArrayList<>(text.begin(run.header()));
        boolean isLast = false;
        if (!isPush) {
            QueryRun.Rows rows = next();
            pieces.addAll(text.of(rows));
            isLast = rows.ended();
        }
        Part first = new Part(pieces, isLast);
        return () -> start(first);
    }

    private void start(Part first) {
        place.take(this, run.header().queryId());
        sink.whenGone(this::finish);
        if (isOver) {
            return;
        }
        long tick = Math.min(
                limits.heartbeat().toMillis(), Math.max(1, limits.stallTime().toMillis() / 2));
        timer = context.owner().setPeriodic(tick, fired -> tick());
        sink.begin(text.format().contentType());
        send(new Pieces(first.pieces), first.isLast);
    }

    /** Ends the query with a last word to its reader. Any thread may ask. */
    void end(String message) {
        ending = message;
        workers.closing(run::close);
    }

    private void work() {
        if (isOver) {
            return;
        }
        Part part;
        try {
            QueryRun.Rows rows = next();
            part = new Part(text.of(rows), rows.ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            part = new Part(text.fail(RestError.of(ErrorCode.SHUTTING_DOWN, "the server is shutting down")), true);
        } catch (Throwable e) {
            part = new Part(text.fail(RestError.of(e)), true);
        }
        Part done = part;
        context.runOnContext(back -> send(new Pieces(done.pieces), done.isLast));
    }

    /** The next rows, or the end. */
    private QueryRun.Rows next() throws InterruptedException {
        while (true) {
            if (!most.isZero() && System.nanoTime() - began > most.toNanos()) {
                throw new RefusedRequest(
                        ErrorCode.BAD_REQUEST,
                        "the query took longer than " + most.toMillis()
                                + " ms: ask for less, or raise the limit of the server");
            }
            QueryRun.Rows rows = poll();
            if (!isPush) {
                rowCount += rows.rows().size();
                if (rowCount > limits.pullRows()) {
                    throw new RefusedRequest(
                            ErrorCode.BAD_REQUEST,
                            "the answer has more than " + limits.pullRows()
                                    + " rows: ask for less with WHERE or LIMIT, or raise the limit of the server");
                }
            }
            if (!rows.rows().isEmpty() || rows.ended()) {
                metrics.rows(rows.rows().size());
                return rows;
            }
        }
    }

    private QueryRun.Rows poll() throws InterruptedException {
        if (isOver || ending != null) {
            return last(List.of());
        }
        QueryRun.Rows rows;
        try {
            rows = run.poll(POLL);
        } catch (RuntimeException e) {
            if (ending != null || isOver) {
                return last(List.of());
            }
            throw e;
        }
        return ending == null ? rows : last(rows.rows());
    }

    private QueryRun.Rows last(List<ResultRow> rows) {
        return new QueryRun.Rows(rows, true, Optional.ofNullable(ending));
    }

    private void send(Pieces pieces, boolean isLast) {
        while (!isOver && pieces.hasNext()) {
            if (text.format().isFramed() && !sink.hasRoomFor(pieces.peek()) && looks++ < MOST_LOOKS) {
                isStalled();
                context.owner().setTimer(LOOK_MILLIS, look -> send(pieces, isLast));
                return;
            }
            looks = 0;
            isSilent = false;
            Buffer piece = pieces.next();
            Future<@Nullable Void> written = sink.write(piece);
            unsettled += piece.length() + FRAME_HEADER_BYTES;
            if (text.format().isFramed() && unsettled > MOST_UNSETTLED) {
                unsettled = 0;
                written = written.compose(sent -> sink.settled());
            }
            if (text.format().isFramed() && !written.isComplete()) {
                // Two pieces that wait for the same flush would leave in one frame.
                isStalled();
                written.onComplete(done -> send(pieces, isLast));
                return;
            }
            stalledSince = 0;
        }
        if (isOver) {
            return;
        }
        if (isLast) {
            finish();
            sink.end();
        } else if (sink.isFull()) {
            isStalled();
            sink.whenDrained(this::goOn);
        } else {
            goOn();
        }
    }

    private void isStalled() {
        if (stalledSince == 0) {
            stalledSince = System.nanoTime();
        }
    }

    private void goOn() {
        stalledSince = 0;
        try {
            workers.query(this::work);
        } catch (RefusedRequest e) {
            finish();
            sink.abort();
        }
    }

    private void tick() {
        if (stalledSince != 0
                && System.nanoTime() - stalledSince > limits.stallTime().toNanos()) {
            metrics.stalled();
            finish();
            sink.abort();
        } else if (isSilent && stalledSince == 0) {
            sink.heartbeat();
        }
        isSilent = true;
    }

    /** The query is over, for whatever reason: nothing of it is left. */
    private void finish() {
        if (!isOver) {
            isOver = true;
            context.owner().cancelTimer(timer);
            place.free();
            workers.closing(run::close);
        }
    }
}
