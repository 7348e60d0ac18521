package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Brings each statement of /ksql to those who carry it out. Thread-safe. */
final class StatementAnswers {

    private final Commands commands;
    private final ChangeStatements changes;
    private final ShowStatements shows;
    private final Descriptions descriptions;
    private final Explanations explanations;
    private final FunctionDescriptions functions;
    private final SessionListings sessions;
    private final TopicStatements topics;
    private final Assertions assertions;
    private final Connectors connectors;
    private final PushRegistry pushes;
    private final KafkaAccess kafka;

    StatementAnswers(
            Commands commands,
            ChangeStatements changes,
            ShowStatements shows,
            Descriptions descriptions,
            Explanations explanations,
            FunctionDescriptions functions,
            SessionListings sessions,
            TopicStatements topics,
            Assertions assertions,
            Connectors connectors,
            PushRegistry pushes,
            KafkaAccess kafka) {
        this.commands = commands;
        this.changes = changes;
        this.shows = shows;
        this.descriptions = descriptions;
        this.explanations = explanations;
        this.functions = functions;
        this.sessions = sessions;
        this.topics = topics;
        this.assertions = assertions;
        this.connectors = connectors;
        this.pushes = pushes;
        this.kafka = kafka;
    }

    /**
     * Carries a statement out.
     *
     * @return what it answers; empty for those that answer nothing
     */
    Optional<Entity> answer(ParsedStatement parsed, Session session) {
        Statement statement = parsed.statement();
        if (session.carryOut(statement)) {
            return Optional.empty();
        }
        if (statement instanceof Statement.InsertValues || statement instanceof Statement.Delete) {
            write(parsed, session);
            return Optional.empty();
        }
        Optional<Entity> push = endedPush(parsed);
        if (push.isPresent()) {
            return push;
        }
        if (ChangeStatements.takes(statement)) {
            return Optional.of(changes.carryOut(parsed, session.properties()));
        }
        return Optional.of(told(parsed, session));
    }

    /** TERMINATE of a query that runs for a client. */
    private Optional<Entity> endedPush(ParsedStatement parsed) {
        if (parsed.statement() instanceof Statement.ControlQuery control
                && control.action() == Statement.ControlQuery.Action.TERMINATE
                && control.queryId().isPresent()
                && pushes.end(control.queryId().get())) {
            return Optional.of(new CommandEntity.TerminatedQuery(
                    parsed.text(), control.queryId().get(), true, List.of()));
        }
        return Optional.empty();
    }

    private void write(ParsedStatement parsed, Session session) {
        Outcome outcome = commands.trial().execute(parsed.statement(), parsed.text(), session.properties());
        if (!(outcome instanceof Outcome.Produced produced)) {
            throw new IllegalStateException("a row that is no record: " + outcome);
        }
        try {
            kafka.requireProducer().send(produced.record()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SqlException problem ? problem : e;
        }
    }

    private Entity told(ParsedStatement parsed, Session session) {
        Statement statement = parsed.statement();
        String text = parsed.text();
        CatalogView view = commands.view();
        if (statement instanceof Statement.Show show) {
            return shown(show, text, session, view);
        } else if (statement instanceof Statement.DescribeSource describe) {
            return descriptions.one(describe.position(), text, describe.name(), describe.extended(), view);
        } else if (statement instanceof Statement.DescribeAll describe) {
            return descriptions.all(text, describe.kind(), describe.extended(), view);
        } else if (statement instanceof Statement.DescribeFunction describe) {
            return functions.of(describe, text);
        } else if (statement instanceof Statement.ExplainQuery explain) {
            return descriptions.running(explain.position(), text, explain.queryId(), view);
        } else if (statement instanceof Statement.ExplainStatement explain) {
            return explanations.of(explain, text, view, session.properties());
        } else if (statement instanceof Statement.AssertTopic assertion) {
            return assertions.topic(assertion, text);
        } else if (statement instanceof Statement.AssertSchema assertion) {
            return assertions.schema(assertion, text);
        } else if (statement instanceof Statement.CreateConnector create) {
            return connectors.create(create, text);
        } else if (statement instanceof Statement.DescribeConnector describe) {
            return connectors.describe(describe, text, view);
        } else if (statement instanceof Statement.DropConnector drop) {
            return connectors.drop(drop, text);
        }
        throw refused(statement);
    }

    private Entity shown(Statement.Show show, String text, Session session, CatalogView view) {
        return switch (show.what()) {
            case STREAMS -> shows.streams(text, show.extended(), view);
            case TABLES -> shows.tables(text, show.extended(), view);
            case QUERIES -> shows.queries(text, show.extended(), view);
            case TOPICS -> topics.show(text, false, show.extended());
            case ALL_TOPICS -> topics.show(text, true, show.extended());
            case PROPERTIES -> sessions.properties(text, session);
            case VARIABLES -> SessionListings.variables(text, session);
            case FUNCTIONS -> shows.functions(text);
            case TYPES -> ShowStatements.types(text, view);
            case MODELS -> ShowStatements.models(text, view);
            case CONNECTORS, SOURCE_CONNECTORS, SINK_CONNECTORS, CONNECTOR_PLUGINS -> connectors.show(show, text);
        };
    }

    private static RuntimeException refused(Statement statement) {
        if (statement instanceof Statement.Select || statement instanceof Statement.PrintTopic) {
            return ServiceException.of(
                    ErrorCode.QUERY_ENDPOINT, "SELECT and PRINT give rows: send them to /query or /query-stream.");
        }
        if (statement instanceof Statement.RunScript) {
            return new SqlException(
                    statement.position(),
                    "RUN SCRIPT reads a file of the client, which the server cannot see: the shell does it, or send the"
                            + " file's statements themselves.");
        }
        return new SqlException(
                statement.position(),
                "This statement belongs into a script of tests and is not for a server: it has no meaning while rows flow.");
    }
}
