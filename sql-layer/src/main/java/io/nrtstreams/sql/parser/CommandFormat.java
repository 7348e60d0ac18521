package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.NameFormat.name;
import static io.nrtstreams.sql.parser.NameFormat.string;

import io.nrtstreams.sql.tree.Statement;
import java.util.stream.Collectors;

/** Statements without queries, columns and properties as text. */
final class CommandFormat {

    private CommandFormat() {}

    static String command(Statement statement) {
        if (statement instanceof Statement.Drop drop) {
            return drop(drop.kind().name(), drop.ifExists(), drop.name()) + (drop.deleteTopic() ? " DELETE TOPIC" : "");
        }
        if (statement instanceof Statement.DropType drop) {
            return drop("TYPE", drop.ifExists(), drop.name());
        }
        if (statement instanceof Statement.DropConnector drop) {
            return drop("CONNECTOR", drop.ifExists(), drop.name());
        }
        if (statement instanceof Statement.DropModel drop) {
            return drop("MODEL", drop.ifExists(), drop.name());
        }
        if (statement instanceof Statement.AlterSource alter) {
            return alter.added().stream()
                    .map(column -> "ADD COLUMN " + StatementFormat.column(column))
                    .collect(Collectors.joining(", ", "ALTER " + alter.kind() + " " + name(alter.name()) + " ", ""));
        }
        if (statement instanceof Statement.ControlQuery control) {
            return control.action() + " "
                    + control.queryId().map(NameFormat::name).orElse("ALL");
        }
        if (statement instanceof Statement.AssertSchema schema) {
            return "ASSERT " + (schema.exists() ? "" : "NOT EXISTS ") + "SCHEMA"
                    + schema.subject()
                            .map(subject -> " SUBJECT " + string(subject))
                            .orElse("")
                    + schema.id().map(id -> " ID " + id).orElse("")
                    + schema.timeout()
                            .map(timeout -> " TIMEOUT " + QueryFormat.duration(timeout))
                            .orElse("");
        }
        return question(statement);
    }

    private static String drop(String what, boolean ifExists, String name) {
        return "DROP " + what + (ifExists ? " IF EXISTS " : " ") + name(name);
    }

    private static String question(Statement statement) {
        if (statement instanceof Statement.Show show) {
            return "SHOW " + show.what().name().replace('_', ' ') + extended(show.extended());
        }
        if (statement instanceof Statement.DescribeSource describe) {
            return "DESCRIBE " + name(describe.name()) + extended(describe.extended());
        }
        if (statement instanceof Statement.DescribeAll describe) {
            return "DESCRIBE " + describe.kind() + "S" + extended(describe.extended());
        }
        if (statement instanceof Statement.DescribeFunction describe) {
            return "DESCRIBE FUNCTION " + name(describe.name());
        }
        if (statement instanceof Statement.DescribeConnector describe) {
            return "DESCRIBE CONNECTOR " + name(describe.name());
        }
        if (statement instanceof Statement.ExplainQuery explain) {
            return "EXPLAIN " + name(explain.queryId());
        }
        if (statement instanceof Statement.PrintTopic print) {
            return "PRINT " + string(print.topic()) + (print.fromBeginning() ? " FROM BEGINNING" : "")
                    + print.interval().map(interval -> " INTERVAL " + interval).orElse("")
                    + print.limit().map(limit -> " LIMIT " + limit).orElse("");
        }
        return setting(statement);
    }

    private static String extended(boolean extended) {
        return extended ? " EXTENDED" : "";
    }

    private static String setting(Statement statement) {
        if (statement instanceof Statement.SetProperty set) {
            return "SET " + string(set.key()) + " = " + string(set.value());
        }
        if (statement instanceof Statement.UnsetProperty unset) {
            return "UNSET " + unset.key().map(NameFormat::string).orElse("ALL");
        }
        if (statement instanceof Statement.AlterSystem alter) {
            return "ALTER SYSTEM " + string(alter.key()) + " = " + string(alter.value());
        }
        if (statement instanceof Statement.DefineVariable define) {
            return "DEFINE " + define.name() + " = " + string(define.value());
        }
        if (statement instanceof Statement.UndefineVariable undefine) {
            return "UNDEFINE " + undefine.name();
        }
        if (statement instanceof Statement.RunScript run) {
            return "RUN SCRIPT " + string(run.path());
        }
        throw new IllegalArgumentException("there is no text for " + statement.getClass());
    }
}
