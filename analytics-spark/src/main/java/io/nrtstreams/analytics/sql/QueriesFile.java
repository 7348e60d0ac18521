package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.command.Contents;
import io.nrtstreams.analytics.sql.command.ObjectKey;
import io.nrtstreams.analytics.sql.command.ObjectKey.Kind;
import io.nrtstreams.analytics.sql.command.Stored;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements that a server without clients is to carry out. Each start compares them with the command log: what was
 * carried out by the same statement is left alone, white space and comments aside, so that queries go on where they were; what
 * is new is carried out; what is there by another statement is refused unless it says OR REPLACE. What the log holds and the
 * file does not goes on and is told of in the log of the server.
 *
 * @param name for messages
 */
public record QueriesFile(String name, String text) {

    private static final Logger LOG = LoggerFactory.getLogger(QueriesFile.class);

    void apply(Commands commands, ChangeStatements changes, StatementAnswers answers, Session session) {
        List<ParsedStatement> statements = StatementTexts.read(text, session.variables());
        statements.forEach(this::requireRepeatable);
        for (ParsedStatement parsed : statements) {
            try {
                carryOut(parsed, commands, changes, answers, session);
            } catch (SqlException e) {
                throw new SqlException(name + ", " + e.getMessage());
            }
        }
        tellOfOthers(statements, commands.contents());
    }

    private void requireRepeatable(ParsedStatement parsed) {
        Statement statement = parsed.statement();
        boolean once = statement instanceof Statement.InsertValues
                || statement instanceof Statement.Delete
                || statement instanceof Statement.Drop
                || statement instanceof Statement.DropType
                || statement instanceof Statement.DropModel
                || statement instanceof Statement.DropConnector
                || statement instanceof Statement.AlterSource
                || statement instanceof Statement.ControlQuery
                || statement instanceof Statement.Select
                || statement instanceof Statement.PrintTopic;
        if (once) {
            throw new SqlException(name + ", line " + parsed.position().line()
                    + ": the file is carried out at each start, so it cannot hold statements that mean something else the"
                    + " second time. It declares types, streams, tables, models, connectors and queries.");
        }
    }

    private static void carryOut(
            ParsedStatement parsed,
            Commands commands,
            ChangeStatements changes,
            StatementAnswers answers,
            Session session) {
        if (!ChangeStatements.takes(parsed.statement())) {
            answers.answer(parsed, session);
        } else if (!isDone(parsed, commands.contents())) {
            changes.apply(parsed, session.properties());
        }
    }

    private static boolean isDone(ParsedStatement parsed, Contents contents) {
        String wanted = SqlFormatter.format(parsed.statement());
        return contents.things().values().stream()
                .anyMatch(thing -> formatted(thing).filter(wanted::equals).isPresent());
    }

    /** The statement that made a thing, as it is written when nobody chose its white space. */
    private static Optional<String> formatted(Stored thing) {
        try {
            List<ParsedStatement> parsed = new SqlParser().parse(thing.origin().statement());
            return parsed.size() == 1
                    ? Optional.of(SqlFormatter.format(parsed.get(0).statement()))
                    : Optional.empty();
        } catch (SqlException e) {
            // Written by a release with another language: it is not the file's statement.
            return Optional.empty();
        }
    }

    private void tellOfOthers(List<ParsedStatement> statements, Contents contents) {
        Set<String> wanted = statements.stream()
                .map(parsed -> SqlFormatter.format(parsed.statement()))
                .collect(Collectors.toSet());
        for (Map.Entry<ObjectKey, Stored> thing : contents.things().entrySet()) {
            boolean ours = formatted(thing.getValue()).filter(wanted::contains).isPresent();
            if (!ours && thing.getKey().kind() == Kind.QUERY) {
                LOG.warn(
                        "The query {} runs, though {} does not start it.",
                        thing.getKey().name(),
                        name);
            }
        }
    }
}
