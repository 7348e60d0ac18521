package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.type.SqlType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A query that gives rows as a test wants them, and tells what became of it. */
final class StandInRun implements QueryRun {

    static final ResultColumn ID = new ResultColumn("ID", new SqlType.Simple(SqlType.Base.INTEGER), true);
    static final ResultColumn NAME = new ResultColumn("NAME", new SqlType.Simple(SqlType.Base.STRING), false);

    private final ResultHeader header;
    private final List<Rows> batches;
    /** Given again and again behind the batches; none for silence. */
    private final Optional<Rows> endless;

    final AtomicLong polls = new AtomicLong();
    final CountDownLatch closed = new CountDownLatch(1);
    private int next;

    private StandInRun(ResultHeader header, List<Rows> batches, Optional<Rows> endless) {
        this.header = header;
        this.batches = batches;
        this.endless = endless;
    }

    /** A look-up that gives these rows at once. */
    static StandInRun pull(List<ResultRow> rows) {
        return pull(List.of(ID, NAME), rows);
    }

    static StandInRun pull(List<ResultColumn> columns, List<ResultRow> rows) {
        return new StandInRun(
                new ResultHeader(Optional.empty(), columns),
                List.of(new Rows(rows, true, Optional.empty())),
                Optional.empty());
    }

    /** A look-up that never ends. */
    static StandInRun endlessPull(List<ResultRow> rows) {
        return new StandInRun(
                new ResultHeader(Optional.empty(), List.of(ID, NAME)),
                List.of(),
                Optional.of(new Rows(rows, false, Optional.empty())));
    }

    /** A running query that ends behind these rows. */
    static StandInRun push(String id, List<ResultRow> rows, String finalMessage) {
        return push(id, List.of(ID, NAME), rows, finalMessage);
    }

    static StandInRun push(String id, List<ResultColumn> columns, List<ResultRow> rows, String finalMessage) {
        return new StandInRun(
                new ResultHeader(Optional.of(id), columns),
                List.of(new Rows(rows, false, Optional.empty()), new Rows(List.of(), true, Optional.of(finalMessage))),
                Optional.empty());
    }

    /** A running query that says nothing behind these rows. */
    static StandInRun silentPush(String id, List<ResultRow> rows) {
        return new StandInRun(
                new ResultHeader(Optional.of(id), List.of(ID, NAME)),
                List.of(new Rows(rows, false, Optional.empty())),
                Optional.empty());
    }

    /** A running query that gives these rows for ever, as fast as they are taken. */
    static StandInRun endlessPush(String id, List<ResultRow> rows) {
        return new StandInRun(
                new ResultHeader(Optional.of(id), List.of(ID, NAME)),
                List.of(),
                Optional.of(new Rows(rows, false, Optional.empty())));
    }

    static ResultRow row(@Nullable Object... values) {
        return new ResultRow(new ArrayList<>(Arrays.asList(values)), false);
    }

    static List<ResultRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row(i, "name " + i)).toList();
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public Rows poll(Duration timeout) throws InterruptedException {
        polls.incrementAndGet();
        if (next < batches.size()) {
            return batches.get(next++);
        }
        if (endless.isPresent() && closed.getCount() > 0) {
            return endless.get();
        }
        boolean isOver = closed.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return new Rows(List.of(), isOver, Optional.empty());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
