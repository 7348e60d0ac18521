package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.Commands.Done;
import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.CommandStatus.Stage;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.Entity.Warning;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that change what is declared and what runs, and what they answer. */
final class ChangeStatements {

    private final Commands commands;
    private final CommandStatuses statuses;
    private final ModelFits fits;
    private final boolean readOnly;

    ChangeStatements(Commands commands, CommandStatuses statuses, ModelFits fits, boolean readOnly) {
        this.commands = commands;
        this.statuses = statuses;
        this.fits = fits;
        this.readOnly = readOnly;
    }

    /** Whether a statement is one of these. */
    static boolean takes(Statement statement) {
        return statement instanceof Statement.CreateSource
                || statement instanceof Statement.CreateAsSelect
                || statement instanceof Statement.InsertIntoSelect
                || statement instanceof Statement.Drop
                || statement instanceof Statement.AlterSource
                || statement instanceof Statement.CreateType
                || statement instanceof Statement.DropType
                || statement instanceof Statement.CreateModel
                || statement instanceof Statement.DropModel
                || statement instanceof Statement.ControlQuery
                || statement instanceof Statement.AlterSystem;
    }

    /**
     * Carries one out for a client.
     *
     * @throws SqlException when it is refused, or this server does not take changes from clients
     */
    Entity carryOut(ParsedStatement parsed, Map<String, String> properties) {
        if (readOnly) {
            throw new SqlException(
                    parsed.position(),
                    "This server carries out the file of ksql.queries.file and takes no changes from clients. Change the"
                            + " file and start the server again.");
        }
        return apply(parsed, properties);
    }

    /** Carries one out, whoever wants it. */
    Entity apply(ParsedStatement parsed, Map<String, String> properties) {
        String id = CommandIds.of(parsed.statement());
        statuses.put(id, new CommandStatus(Stage.EXECUTING, "The statement is being carried out.", null));
        try {
            Done done = done(parsed, properties);
            Entity entity = entity(parsed, id, done);
            statuses.put(id, new CommandStatus(Stage.SUCCESS, message(done.outcome()), queryId(done.outcome())));
            return entity;
        } catch (RuntimeException e) {
            statuses.put(id, new CommandStatus(Stage.ERROR, String.valueOf(e.getMessage()), null));
            throw e;
        }
    }

    private Done done(ParsedStatement parsed, Map<String, String> properties) {
        if (parsed.statement() instanceof Statement.AlterSystem alter) {
            String name = SessionProperty.require(alter.key()).name();
            return commands.set(parsed, name, SessionProperty.valid(name, alter.value()));
        }
        if (parsed.statement() instanceof Statement.CreateModel) {
            return model(parsed, properties);
        }
        return commands.carryOut(parsed, properties);
    }

    /** Fitting may take long, so nothing waits for it but its own statement. */
    private Done model(ParsedStatement parsed, Map<String, String> properties) {
        Engine trial = commands.trial();
        Outcome outcome = trial.execute(parsed.statement(), parsed.text(), properties);
        if (!(outcome instanceof Outcome.Fit fit)) {
            return new Done(outcome, -1, List.of());
        }
        ModelFits.Fitted fitted = fits.fit(fit.plan(), trial.catalog().types());
        Done done = commands.install(parsed, properties, fit, fitted.model());
        List<String> warnings = new ArrayList<>(done.warnings());
        if (fitted.leftOut() > 0) {
            warnings.add(fitted.leftOut()
                    + " rows were left out, as they cannot be read, or a number is NULL or not finite.");
        }
        return new Done(done.outcome(), done.sequence(), warnings);
    }

    private static Entity entity(ParsedStatement parsed, String id, Done done) {
        List<Warning> warnings = done.warnings().stream().map(Warning::new).toList();
        String message = message(done.outcome());
        if (done.sequence() < 0) {
            return new CommandEntity.NothingDone(parsed.text(), message, warnings);
        }
        CommandStatus status = new CommandStatus(Stage.SUCCESS, message, queryId(done.outcome()));
        return new CommandEntity.CurrentStatus(parsed.text(), id, status, done.sequence(), warnings);
    }

    private static @Nullable String queryId(Outcome outcome) {
        return outcome instanceof Outcome.Started started ? started.query().id() : null;
    }

    private static String message(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.message();
        } else if (outcome instanceof Outcome.Declared declared) {
            return declared.source().name() + " is declared.";
        } else if (outcome instanceof Outcome.Started started) {
            String id = started.query().id();
            return started.replaces().isPresent() ? "The query " + id + " was replaced." : "The query " + id + " runs.";
        } else if (outcome instanceof Outcome.Terminated terminated) {
            return told(terminated.queries(), "ended for good");
        } else if (outcome instanceof Outcome.Paused paused) {
            return told(paused.queries(), "paused");
        } else if (outcome instanceof Outcome.Resumed resumed) {
            return told(resumed.queries(), "resumed");
        }
        throw new IllegalStateException("no change: " + outcome);
    }

    private static String told(List<PersistentQuery> queries, String done) {
        if (queries.isEmpty()) {
            return "There is no query.";
        }
        String ids = queries.stream().map(PersistentQuery::id).collect(Collectors.joining(", "));
        return (queries.size() == 1 ? "The query " : "The queries ") + ids + (queries.size() == 1 ? " was " : " were ")
                + done + ".";
    }
}
