package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a text that the grammar refuses. */
final class SyntaxError {

    SyntaxError(List<Token> tokens, Function<SqlGrammarParser, ? extends ParserRuleContext> rule) {}

    SqlException at(Token found) {
        return new SqlException(Names.position(found), found.getText() + " is not expected here.");
    }
}
