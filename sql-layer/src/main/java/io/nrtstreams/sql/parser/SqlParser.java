package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.TypeName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Reads SQL text. Whatever the text, the answer is a tree or an {@link SqlException} with the place of the first error.
 * Thread-safe.
 */
public final class SqlParser {

    private static final Position START = new Position(1, 1);

    /**
     * Reads all statements of a script.
     *
     * @throws SqlException when one of them cannot be read
     */
    public List<ParsedStatement> parse(String script) {
        List<ParsedStatement> statements = new ArrayList<>();
        new Script(script, START).forEachRemaining(part -> statements.add(statement(part)));
        return statements;
    }

    /**
     * Reads a script statement by statement, so that what one does can change how the next is read: variables are put into
     * a statement's text when its turn comes.
     *
     * @param variables values by name as DEFINE made them; the caller changes the map between two statements
     * @return each of whose {@code next} throws {@link SqlException} when that statement cannot be read, and goes on with
     *     the one after it when asked again. Positions are those of the text with the variables' values in it.
     */
    public Iterator<ParsedStatement> read(String script, Map<String, String> variables) {
        Script parts = new Script(script, START);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parts.hasNext();
            }

            @Override
            public ParsedStatement next() {
                Script.Part part = parts.next();
                String text = Variables.substitute(part.text(), part.position(), variables);
                return statement(text.equals(part.text()) ? part : Script.single(text, part.position()));
            }
        };
    }

    /**
     * Cuts a script at the semicolons that end statements, whatever stands between them. A string, a quoted name or a comment
     * that is not finished belongs to a last statement that is not ended.
     */
    public List<StatementText> split(String script) {
        List<StatementText> texts = new ArrayList<>();
        new Script(script, START)
                .forEachRemaining(part -> texts.add(new StatementText(part.text(), part.position(), part.ended())));
        return texts;
    }

    /** The words of the language, upper case. */
    public static Set<String> keywords() {
        return Set.copyOf(Words.all());
    }

    private static ParsedStatement statement(Script.Part part) {
        SqlGrammarParser.SingleStatementContext context =
                Parses.parse(part.tokens(), SqlGrammarParser::singleStatement);
        return new ParsedStatement(part.text(), part.position(), new StatementBuilder().statement(context.statement()));
    }

    /**
     * Reads an expression.
     *
     * @throws SqlException when it is none
     */
    public Expression parseExpression(String text) {
        List<Token> tokens = Script.single(text, START).tokens();
        return new ExpressionBuilder(new Nesting())
                .expression(
                        Parses.parse(tokens, SqlGrammarParser::singleExpression).expression());
    }

    /**
     * Reads a type.
     *
     * @throws SqlException when it is none
     */
    public TypeName parseType(String text) {
        List<Token> tokens = Script.single(text, START).tokens();
        return new TypeBuilder(new Nesting())
                .type(Parses.parse(tokens, SqlGrammarParser::singleType).type());
    }
}
