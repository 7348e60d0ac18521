package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.Statement.ColumnDefinition;
import io.nrtstreams.sql.tree.Statement.ColumnRole;
import io.nrtstreams.sql.tree.Statement.Property;
import java.util.List;

/** Statements that define and fill things as text; the others are the {@link CommandFormat}'s. */
final class StatementFormat {

    private final StringBuilder out;
    private final ExpressionFormat expressions;
    private final QueryFormat queries;

    StatementFormat(StringBuilder out) {
        this.out = out;
        expressions = new ExpressionFormat(out);
        queries = new QueryFormat(out);
    }

    void write(Statement statement) {
        if (statement instanceof Statement.Select select) {
            queries.write(select.query());
        } else if (statement instanceof Statement.CreateSource create) {
            create(create.orReplace(), (create.readOnly() ? "SOURCE " : "") + create.kind(), create.ifNotExists());
            source(create);
        } else if (statement instanceof Statement.CreateAsSelect create) {
            create(create.orReplace(), create.kind().name(), create.ifNotExists());
            out.append(NameFormat.name(create.name()));
            as(create.properties(), create.query());
        } else if (statement instanceof Statement.CreateModel create) {
            create(create.orReplace(), "MODEL", create.ifNotExists());
            out.append(NameFormat.name(create.name()));
            as(create.properties(), create.query());
        } else if (statement instanceof Statement.CreateConnector create) {
            create(false, create.kind() + " CONNECTOR", create.ifNotExists());
            out.append(NameFormat.name(create.name()));
            properties(create.properties());
        } else if (statement instanceof Statement.CreateType create) {
            create(false, "TYPE", create.ifNotExists());
            out.append(NameFormat.name(create.name())).append(" AS ").append(TypeFormat.type(create.type()));
        } else {
            fill(statement);
        }
    }

    private void fill(Statement statement) {
        if (statement instanceof Statement.InsertIntoSelect insert) {
            out.append("INSERT INTO ").append(NameFormat.name(insert.target()));
            properties(insert.properties());
            out.append(' ');
            queries.write(insert.query());
        } else if (statement instanceof Statement.InsertValues insert) {
            out.append("INSERT INTO ");
            row(insert, "VALUES");
        } else if (statement instanceof Statement.AssertValues asserted) {
            out.append("ASSERT VALUES ");
            row(asserted.row(), "VALUES");
        } else if (statement instanceof Statement.AssertTombstone asserted) {
            out.append("ASSERT NULL VALUES ");
            row(asserted.row(), "KEY");
        } else if (statement instanceof Statement.AssertSource asserted) {
            out.append("ASSERT ").append(asserted.expected().kind()).append(' ');
            source(asserted.expected());
        } else if (statement instanceof Statement.AssertTopic asserted) {
            out.append("ASSERT ").append(asserted.exists() ? "" : "NOT EXISTS ").append("TOPIC ");
            out.append(NameFormat.string(asserted.topic()));
            properties(asserted.properties());
            asserted.timeout().ifPresent(timeout -> out.append(" TIMEOUT ").append(QueryFormat.duration(timeout)));
        } else if (statement instanceof Statement.Delete delete) {
            out.append("DELETE FROM ").append(NameFormat.name(delete.table())).append(" WHERE ");
            expressions.write(delete.where());
        } else if (statement instanceof Statement.ExplainStatement explain) {
            out.append("EXPLAIN ");
            write(explain.statement());
        } else {
            out.append(CommandFormat.command(statement));
        }
    }

    private void create(boolean orReplace, String what, boolean ifNotExists) {
        out.append("CREATE ").append(orReplace ? "OR REPLACE " : "").append(what);
        out.append(ifNotExists ? " IF NOT EXISTS " : " ");
    }

    private void source(Statement.CreateSource create) {
        out.append(NameFormat.name(create.name()));
        if (!create.columns().isEmpty()) {
            out.append(" (");
            Separator comma = new Separator(out);
            for (ColumnDefinition column : create.columns()) {
                comma.next();
                out.append(column(column));
            }
            out.append(')');
        }
        properties(create.properties());
    }

    static String column(ColumnDefinition column) {
        return NameFormat.name(column.name()) + " " + TypeFormat.type(column.type()) + role(column.role());
    }

    private static String role(ColumnRole role) {
        if (role instanceof ColumnRole.Header header) {
            return header.name()
                    .map(name -> " HEADER(" + NameFormat.string(name) + ")")
                    .orElse(" HEADERS");
        }
        if (role instanceof ColumnRole.Key) {
            return " KEY";
        }
        return role instanceof ColumnRole.PrimaryKey ? " PRIMARY KEY" : "";
    }

    private void as(List<Property> properties, Query query) {
        properties(properties);
        out.append(" AS ");
        queries.write(query);
    }

    private void properties(List<Property> properties) {
        if (properties.isEmpty()) {
            return;
        }
        out.append(" WITH (");
        Separator comma = new Separator(out);
        for (Property property : properties) {
            comma.next();
            out.append(NameFormat.string(property.key())).append(" = ");
            out.append(LiteralFormat.literal(property.value()));
        }
        out.append(')');
    }

    private void row(Statement.InsertValues row, String keyword) {
        out.append(NameFormat.name(row.target()));
        if (!row.columns().isEmpty()) {
            out.append(" (").append(NameFormat.names(row.columns())).append(')');
        }
        out.append(' ').append(keyword).append(" (");
        expressions.list(row.values());
        out.append(')');
    }
}
