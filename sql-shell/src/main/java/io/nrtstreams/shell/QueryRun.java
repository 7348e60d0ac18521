package io.nrtstreams.shell;

import io.nrtstreams.shell.client.Column;
import io.nrtstreams.shell.client.QueryEvent;
import io.nrtstreams.shell.client.QueryEvent.End;
import io.nrtstreams.shell.client.QueryEvent.Failed;
import io.nrtstreams.shell.client.QueryEvent.FinalMessage;
import io.nrtstreams.shell.client.QueryEvent.Header;
import io.nrtstreams.shell.client.QueryEvent.Line;
import io.nrtstreams.shell.client.QueryEvent.Row;
import io.nrtstreams.shell.client.QueryStream;
import io.nrtstreams.shell.client.Server;
import io.nrtstreams.shell.client.ServerException;
import io.nrtstreams.shell.text.Cells;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.shell.text.Screen.Kind;
import io.nrtstreams.shell.view.RowView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows the rows of one query until it ends or the user ends it. */
final class QueryRun {

    /** How long the user waits at most for a row that came, and for Ctrl-C to be heard. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private static final int MOST_ROWS = 500;

    private final Server server;
    private final QueryStream stream;
    private final Screen screen;
    private final boolean json;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final List<Row> pending = new ArrayList<>();
    private Optional<Header> header = Optional.empty();
    private Optional<RowView> view = Optional.empty();
    private Optional<String> finalMessage = Optional.empty();
    private long oldest;
    private long shown;

    QueryRun(Server server, QueryStream stream, Screen screen, boolean json) {
        this.server = server;
        this.stream = stream;
        this.screen = screen;
        this.json = json;
    }

    /** @throws ServerException when the query fails on the way */
    void show(Interrupts interrupts) {
        Runnable before = interrupts.on(() -> interrupted.set(true));
        try (stream) {
            follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupts.on(before);
        }
    }

    private void follow() throws InterruptedException {
        while (!interrupted.get()) {
            Optional<QueryEvent> event = stream.poll(left());
            if (event.isEmpty()) {
                write(false);
                continue;
            }
            if (event.get() instanceof Failed failed) {
                write(true);
                throw failed.failure();
            } else if (event.get() instanceof End) {
                write(true);
                note(finalMessage.orElse("Query ended."));
                return;
            }
            take(event.get());
        }
        // The terminal has shown ^C on a line of its own, or behind the last one.
        screen.line("");
        write(true);
        closeOnServer();
        note("Query ended by Ctrl-C.");
    }

    /** Rows that come one behind the other are written together, so that the first of them settle the widths. */
    private Duration left() {
        Duration waited = Duration.ofNanos(pending.isEmpty() ? 0 : System.nanoTime() - oldest);
        return waited.compareTo(GATHER) > 0 ? Duration.ZERO : GATHER.minus(waited);
    }

    private void take(QueryEvent event) {
        if (event instanceof Header known) {
            header = Optional.of(known);
        } else if (event instanceof Row row) {
            oldest = pending.isEmpty() ? System.nanoTime() : oldest;
            pending.add(row);
            if (pending.size() >= MOST_ROWS || left().isZero()) {
                write(false);
            }
        } else if (event instanceof Line line) {
            shown++;
            screen.line(Cells.clean(line.text()));
            screen.flush();
        } else if (event instanceof FinalMessage message) {
            finalMessage = Optional.of(message.text());
        }
    }

    /** Writes the rows that wait. */
    private void write(boolean isEnd) {
        List<Column> columns = header.map(Header::columns).orElse(List.of());
        if (json) {
            pending.forEach(row -> screen.line(RowView.json(columns, row)));
        } else if (header.isPresent()) {
            RowView rows = view.orElseGet(() -> new RowView(screen, columns));
            rows.show(pending, isEnd && view.isEmpty());
            view = Optional.of(rows);
        }
        shown += pending.size();
        pending.clear();
        screen.flush();
    }

    /** So that the server need not wait for the connection to break. */
    private void closeOnServer() {
        header.flatMap(Header::queryId).ifPresent(id -> {
            try {
                server.closeQuery(id);
            } catch (ServerException e) {
                screen.line(Kind.FAINT, "The server was not told: " + e.getMessage() + " It ends the query by itself.");
            }
        });
    }

    private void note(String end) {
        if (!json) {
            screen.line(Kind.FAINT, end + " " + shown + (shown == 1 ? " row." : " rows."));
        }
    }
}
