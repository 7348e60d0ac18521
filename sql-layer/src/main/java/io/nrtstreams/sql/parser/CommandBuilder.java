package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.name;
import static io.nrtstreams.sql.parser.Names.nameOrString;
import static io.nrtstreams.sql.parser.Names.position;
import static io.nrtstreams.sql.parser.Names.string;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlGrammarParser.PrintOptionContext;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.Statement.ControlQuery.Action;
import io.nrtstreams.sql.tree.Statement.Show.What;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Statements that drop, ask, set and check. */
final class CommandBuilder extends SqlGrammarBaseVisitor<Statement> {

    private final DefinitionBuilder definitions;

    CommandBuilder(DefinitionBuilder definitions) {
        this.definitions = definitions;
    }

    @Override
    public Statement visitDropSource(SqlGrammarParser.DropSourceContext context) {
        return new Statement.Drop(
                position(context),
                StatementBuilder.kind(context.sourceKind()),
                context.ifExists() != null,
                name(context.name),
                context.DELETE() != null);
    }

    @Override
    public Statement visitDropConnector(SqlGrammarParser.DropConnectorContext context) {
        return new Statement.DropConnector(position(context), context.ifExists() != null, nameOrString(context.name));
    }

    @Override
    public Statement visitDropType(SqlGrammarParser.DropTypeContext context) {
        return new Statement.DropType(position(context), context.ifExists() != null, name(context.name));
    }

    @Override
    public Statement visitDropModel(SqlGrammarParser.DropModelContext context) {
        return new Statement.DropModel(position(context), context.ifExists() != null, name(context.name));
    }

    @Override
    public Statement visitAlterSystem(SqlGrammarParser.AlterSystemContext context) {
        return new Statement.AlterSystem(position(context), string(context.key), string(context.value));
    }

    @Override
    public Statement visitControlQuery(SqlGrammarParser.ControlQueryContext context) {
        Action action = switch (context.verb.getType()) {
            case SqlGrammarLexer.TERMINATE -> Action.TERMINATE;
            case SqlGrammarLexer.PAUSE -> Action.PAUSE;
            default -> Action.RESUME;
        };
        Optional<String> queryId = context.queryId == null ? Optional.empty() : Optional.of(name(context.queryId));
        return new Statement.ControlQuery(position(context), action, queryId);
    }

    @Override
    public Statement visitShow(SqlGrammarParser.ShowContext context) {
        StringBuilder what = new StringBuilder();
        for (ParseTree word : context.shown().children) {
            what.append(what.isEmpty() ? "" : "_").append(name((Token) word.getPayload()));
        }
        return new Statement.Show(position(context), What.valueOf(what.toString()), context.EXTENDED() != null);
    }

    @Override
    public Statement visitDescribeAll(SqlGrammarParser.DescribeAllContext context) {
        SourceKind kind = context.what.getType() == SqlGrammarLexer.TABLES ? SourceKind.TABLE : SourceKind.STREAM;
        return new Statement.DescribeAll(position(context), kind, context.EXTENDED() != null);
    }

    @Override
    public Statement visitDescribeFunction(SqlGrammarParser.DescribeFunctionContext context) {
        return new Statement.DescribeFunction(position(context), name(context.name));
    }

    @Override
    public Statement visitDescribeConnector(SqlGrammarParser.DescribeConnectorContext context) {
        return new Statement.DescribeConnector(position(context), nameOrString(context.name));
    }

    @Override
    public Statement visitDescribeSource(SqlGrammarParser.DescribeSourceContext context) {
        return new Statement.DescribeSource(
                position(context), name(context.name), !context.EXTENDED().isEmpty());
    }

    @Override
    public Statement visitExplainQuery(SqlGrammarParser.ExplainQueryContext context) {
        return new Statement.ExplainQuery(position(context), name(context.queryId));
    }

    @Override
    public Statement visitPrintTopic(SqlGrammarParser.PrintTopicContext context) {
        List<PrintOptionContext> options = context.printOption();
        return new Statement.PrintTopic(
                position(context),
                Names.rawName(context.topic),
                printOption(options, SqlGrammarParser.FromBeginningContext.class)
                        .isPresent(),
                printOption(options, SqlGrammarParser.IntervalContext.class)
                        .map(interval -> Literals.wholeNumber(interval.count)),
                printOption(options, SqlGrammarParser.PrintLimitContext.class)
                        .map(limit -> Literals.wholeNumber(limit.count)));
    }

    private static <C extends PrintOptionContext> Optional<C> printOption(
            List<PrintOptionContext> options, Class<C> kind) {
        List<C> found =
                options.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() > 1) {
            throw new SqlException(position(found.get(1)), "PRINT takes each of its options once.");
        }
        return found.stream().findFirst();
    }

    @Override
    public Statement visitSetProperty(SqlGrammarParser.SetPropertyContext context) {
        return new Statement.SetProperty(position(context), string(context.key), string(context.value));
    }

    @Override
    public Statement visitUnsetProperty(SqlGrammarParser.UnsetPropertyContext context) {
        return new Statement.UnsetProperty(
                position(context), Optional.ofNullable(context.key).map(Names::string));
    }

    @Override
    public Statement visitDefineVariable(SqlGrammarParser.DefineVariableContext context) {
        return new Statement.DefineVariable(position(context), Names.rawName(context.name), string(context.value));
    }

    @Override
    public Statement visitUndefineVariable(SqlGrammarParser.UndefineVariableContext context) {
        return new Statement.UndefineVariable(position(context), Names.rawName(context.name));
    }

    @Override
    public Statement visitRunScript(SqlGrammarParser.RunScriptContext context) {
        return new Statement.RunScript(position(context), string(context.path));
    }

    @Override
    public Statement visitAssertTopic(SqlGrammarParser.AssertTopicContext context) {
        return new Statement.AssertTopic(
                position(context),
                context.notExists() == null,
                Names.rawName(context.topic),
                definitions.properties(context.properties()),
                timeout(context.timeout()));
    }

    @Override
    public Statement visitAssertSchema(SqlGrammarParser.AssertSchemaContext context) {
        if (context.subject == null && context.id == null) {
            throw new SqlException(position(context), "ASSERT SCHEMA needs a SUBJECT, an ID or both.");
        }
        return new Statement.AssertSchema(
                position(context),
                context.notExists() == null,
                context.subject == null ? Optional.empty() : Optional.of(Names.rawName(context.subject)),
                Optional.ofNullable(context.id).map(CommandBuilder::schemaId),
                timeout(context.timeout()));
    }

    private static Integer schemaId(Token token) {
        if (Literals.number(token, "") instanceof Integer id) {
            return id;
        }
        throw new SqlException(position(token), "The id of a schema is an INTEGER.");
    }

    private static Optional<Duration> timeout(SqlGrammarParser.@Nullable TimeoutContext context) {
        return context == null ? Optional.empty() : Optional.of(TimeUnits.duration(context.duration()));
    }

    @Override
    public Statement visitAssertSource(SqlGrammarParser.AssertSourceContext context) {
        return new Statement.AssertSource(
                position(context),
                new Statement.CreateSource(
                        position(context),
                        StatementBuilder.kind(context.sourceKind()),
                        false,
                        false,
                        false,
                        name(context.name),
                        definitions.columns(context.columns()),
                        definitions.properties(context.properties())));
    }
}
