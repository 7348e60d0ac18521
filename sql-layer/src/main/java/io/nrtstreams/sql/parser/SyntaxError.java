package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a text that the grammar refuses. */
final class SyntaxError {

    /** Beyond, finding out what was meant would cost more than it is worth. */
    private static final int MAX_PROBED = 400;

    private static final int MAX_QUOTED = 40;

    private final List<Token> tokens;
    private final Probe probe;

    SyntaxError(List<Token> tokens, Function<SqlGrammarParser, ? extends ParserRuleContext> rule) {
        this.tokens = tokens;
        probe = new Probe(tokens, rule);
    }

    /** @param index of the first token that is not understood */
    SqlException at(int index) {
        Token found = tokens.get(index);
        return unfinished(found).or(() -> repair(index)).orElseGet(() -> unexpected(index));
    }

    private static Optional<SqlException> unfinished(Token found) {
        String problem = switch (found.getType()) {
            case SqlGrammarLexer.UNFINISHED_STRING ->
                "This string is not finished; it ends with a quote '. A quote within a string is doubled.";
            case SqlGrammarLexer.UNFINISHED_NAME -> "This name is not finished; it ends with the quote it begins with.";
            case SqlGrammarLexer.UNFINISHED_COMMENT -> "This comment is not finished; it ends with */.";
            default -> "";
        };
        return problem.isEmpty() ? Optional.empty() : Optional.of(new SqlException(Names.position(found), problem));
    }

    private Optional<SqlException> repair(int index) {
        if (tokens.size() > MAX_PROBED) {
            return Optional.empty();
        }
        Repairs repairs = new Repairs(probe, index);
        return repairs.reservedName()
                .map(SyntaxError::reserved)
                .or(() -> repairs.spelling().map(spelling -> misspelt(tokens.get(spelling.index()), spelling.meant())));
    }

    private static SqlException reserved(Token word) {
        String name = word.getText().toUpperCase(Locale.ROOT);
        return new SqlException(
                Names.position(word), name + " is a reserved word; as a name it is written `" + name + "`.");
    }

    private static SqlException misspelt(Token word, String meant) {
        return new SqlException(
                Names.position(word), word.getText() + " is not expected here. Did you mean " + meant + "?");
    }

    private SqlException unexpected(int index) {
        Token found = tokens.get(index);
        String expected = index > MAX_PROBED ? "" : Expectation.sentence(probe.expectedAt(index));
        return new SqlException(Names.position(found), what(index) + new Hints(tokens, index).sentence() + expected);
    }

    /** Strings are not quoted, as they may be passwords. */
    private String what(int index) {
        Token found = tokens.get(index);
        String text = found.getText();
        if (found.getType() == Token.EOF) {
            return index == 0 ? "There is nothing to read." : "The statement ends too early.";
        }
        if (found.getType() == SqlGrammarLexer.UNRECOGNIZED) {
            return "The character " + visible(text.codePointAt(0)) + " means nothing here.";
        }
        if (found.getType() == SqlGrammarLexer.STRING) {
            return "A string is not expected here.";
        }
        return (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text) + " is not expected here.";
    }

    private static String visible(int character) {
        boolean sign = character > ' ' && character < 127;
        return sign || Character.isLetterOrDigit(character)
                ? Character.toString(character)
                : String.format("U+%04X", character);
    }
}
