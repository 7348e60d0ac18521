package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.tree.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Starts what gives rows. Thread-safe. */
final class RowQueries {

    private final Commands commands;
    private final ServiceParts parts;
    private final PushRegistry pushes;
    private final AtomicLong started = new AtomicLong();

    RowQueries(Commands commands, ServiceParts parts, PushRegistry pushes) {
        this.commands = commands;
        this.parts = parts;
        this.pushes = pushes;
    }

    QueryRun start(ParsedStatement parsed, Session session) {
        CatalogView view = commands.view();
        StatementContext context = session.context();
        if (parsed.statement() instanceof Statement.PrintTopic print) {
            return pushes.register(parts.prints().start(print, context), parsed.text());
        } else if (!(parsed.statement() instanceof Statement.Select select)) {
            throw ServiceException.of(
                    ErrorCode.BAD_REQUEST,
                    "This statement gives no rows: send it to /ksql. Here are SELECT and PRINT.");
        } else if (select.query().emit().isEmpty()) {
            return pushes.register(parts.pulls().start(select.query(), parsed.text(), view, context), parsed.text());
        }
        Outcome outcome = commands.trial().execute(parsed.statement(), parsed.text(), session.properties());
        if (!(outcome instanceof Outcome.Push push)) {
            throw new IllegalStateException("a SELECT … EMIT that is no push query: " + outcome);
        }
        QueryRun run = parts.pushes().start(numbered(push.plan()), limit(push.limit()), view, context);
        return pushes.register(run, parsed.text());
    }

    /** Under an id of its own: many run at the same time. */
    private QueryPlan numbered(QueryPlan plan) {
        return new QueryPlan("PUSH_" + started.incrementAndGet(), plan.root(), plan.sink(), plan.models());
    }

    private static OptionalLong limit(Optional<Long> limit) {
        return limit.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
