package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.name;
import static io.nrtstreams.sql.parser.Names.position;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlGrammarParser.ActionContext;
import io.nrtstreams.sql.parser.SqlGrammarParser.SourceKindContext;
import io.nrtstreams.sql.parser.SqlGrammarParser.StatementContext;
import io.nrtstreams.sql.parser.SqlGrammarParser.ValuesRowContext;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.Statement.ConnectorKind;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import java.util.List;
import org.antlr.v4.runtime.tree.RuleNode;

/** Statements that define, fill and drop things; the others are the {@link CommandBuilder}'s. */
final class StatementBuilder extends SqlGrammarBaseVisitor<Statement> {

    private final TypeBuilder types;
    private final ExpressionBuilder expressions;
    private final QueryBuilder queries;
    private final DefinitionBuilder definitions;
    private final CommandBuilder commands;

    StatementBuilder() {
        Nesting nesting = new Nesting();
        types = new TypeBuilder(nesting);
        expressions = new ExpressionBuilder(nesting);
        queries = new QueryBuilder(nesting, expressions);
        definitions = new DefinitionBuilder(types);
        commands = new CommandBuilder(definitions);
    }

    Statement statement(StatementContext context) {
        return context.accept(this);
    }

    @Override
    public Statement visitPlainStatement(SqlGrammarParser.PlainStatementContext context) {
        return context.action().accept(this);
    }

    @Override
    public Statement visitExplainStatement(SqlGrammarParser.ExplainStatementContext context) {
        return new Statement.ExplainStatement(
                position(context), context.action().accept(this));
    }

    /** Where the methods that are not overridden here end up. */
    @Override
    public Statement visitChildren(RuleNode node) {
        return node.accept(commands);
    }

    @Override
    public Statement visitSelectStatement(SqlGrammarParser.SelectStatementContext context) {
        return new Statement.Select(position(context), queries.query(context.query()));
    }

    @Override
    public Statement visitCreateSource(SqlGrammarParser.CreateSourceContext context) {
        return new Statement.CreateSource(
                position(context),
                kind(context.sourceKind()),
                context.orReplace() != null,
                context.SOURCE() != null,
                context.ifNotExists() != null,
                name(context.name),
                definitions.columns(context.columns()),
                definitions.properties(context.properties()));
    }

    static SourceKind kind(SourceKindContext context) {
        return context.TABLE() == null ? SourceKind.STREAM : SourceKind.TABLE;
    }

    @Override
    public Statement visitCreateAsSelect(SqlGrammarParser.CreateAsSelectContext context) {
        return new Statement.CreateAsSelect(
                position(context),
                kind(context.sourceKind()),
                context.orReplace() != null,
                context.ifNotExists() != null,
                name(context.name),
                definitions.properties(context.properties()),
                queries.query(context.query()));
    }

    @Override
    public Statement visitCreateModel(SqlGrammarParser.CreateModelContext context) {
        return new Statement.CreateModel(
                position(context),
                context.orReplace() != null,
                context.ifNotExists() != null,
                name(context.name),
                definitions.properties(context.properties()),
                queries.query(context.query()));
    }

    @Override
    public Statement visitCreateConnector(SqlGrammarParser.CreateConnectorContext context) {
        return new Statement.CreateConnector(
                position(context),
                context.kind.getType() == SqlGrammarLexer.SINK ? ConnectorKind.SINK : ConnectorKind.SOURCE,
                context.ifNotExists() != null,
                Names.nameOrString(context.name),
                definitions.rawProperties(context.properties()));
    }

    @Override
    public Statement visitCreateType(SqlGrammarParser.CreateTypeContext context) {
        return new Statement.CreateType(
                position(context), context.ifNotExists() != null, name(context.name), types.type(context.type()));
    }

    @Override
    public Statement visitInsertIntoSelect(SqlGrammarParser.InsertIntoSelectContext context) {
        return new Statement.InsertIntoSelect(
                position(context),
                name(context.name),
                definitions.properties(context.properties()),
                queries.query(context.query()));
    }

    @Override
    public Statement visitInsertValues(SqlGrammarParser.InsertValuesContext context) {
        return row(context, context.valuesRow());
    }

    private Statement.InsertValues row(ActionContext statement, ValuesRowContext context) {
        List<String> columns =
                context.identifier().stream().skip(1).map(Names::name).toList();
        if (!columns.isEmpty() && columns.size() != context.expression().size()) {
            throw new SqlException(
                    position(context.intro),
                    columns.size() + " columns are named, but "
                            + context.expression().size() + " values are given; each column takes one.");
        }
        boolean tombstone = statement instanceof SqlGrammarParser.AssertTombstoneContext;
        if (context.intro.getType() == SqlGrammarLexer.KEY && !tombstone) {
            throw new SqlException(
                    position(context.intro), "KEY gives the key of a tombstone; write VALUES for a row.");
        }
        return new Statement.InsertValues(
                position(statement), name(context.name), columns, expressions.expressions(context.expression()));
    }

    @Override
    public Statement visitAssertValues(SqlGrammarParser.AssertValuesContext context) {
        return new Statement.AssertValues(position(context), row(context, context.valuesRow()));
    }

    @Override
    public Statement visitAssertTombstone(SqlGrammarParser.AssertTombstoneContext context) {
        return new Statement.AssertTombstone(position(context), row(context, context.valuesRow()));
    }

    @Override
    public Statement visitDeleteFrom(SqlGrammarParser.DeleteFromContext context) {
        return new Statement.Delete(
                position(context), name(context.name), expressions.expression(context.expression()));
    }

    @Override
    public Statement visitAlterSource(SqlGrammarParser.AlterSourceContext context) {
        return new Statement.AlterSource(
                position(context),
                kind(context.sourceKind()),
                name(context.name),
                context.addedColumn().stream().map(definitions::added).toList());
    }
}
