package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** Cuts a text into statements at its semicolons, one after the other. */
final class Script implements Iterator<Script.Part> {

    /**
     * The tokens of a statement without its semicolon.
     *
     * @param tokens ends with an EOF where the semicolon or the end of the text is
     * @param ended whether a semicolon ends it
     */
    record Part(String text, Position position, List<Token> tokens, boolean ended) {}

    private final SqlGrammarLexer lexer;
    private @Nullable Part next;

    /** @param start where the text begins in what its user sees */
    Script(String text, Position start) {
        lexer = new SqlGrammarLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.setLine(start.line());
        lexer.setCharPositionInLine(start.column() - 1);
    }

    /** The one statement of a text, whatever semicolons it holds before its end. */
    static Part single(String text, Position start) {
        Script script = new Script(text, start);
        List<Token> tokens = new ArrayList<>();
        Token token = script.token();
        while (token.getType() != Token.EOF) {
            tokens.add(token);
            token = script.token();
        }
        boolean ended = !tokens.isEmpty() && tokens.get(tokens.size() - 1).getType() == SqlGrammarLexer.SEMICOLON;
        if (ended) {
            token = tokens.remove(tokens.size() - 1);
        }
        return new Part(text, start, closed(tokens, token), ended);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Part next() {
        Part part = next == null ? read() : next;
        next = null;
        if (part == null) {
            throw new NoSuchElementException();
        }
        return part;
    }

    /** The next statement that is not empty. */
    private @Nullable Part read() {
        List<Token> tokens = new ArrayList<>();
        Token token = token();
        while (token.getType() != Token.EOF) {
            if (token.getType() != SqlGrammarLexer.SEMICOLON) {
                tokens.add(token);
            } else if (!tokens.isEmpty()) {
                return part(tokens, token);
            }
            token = token();
        }
        return tokens.isEmpty() ? null : part(tokens, token);
    }

    private Part part(List<Token> tokens, Token end) {
        Token first = tokens.get(0);
        boolean ended = end.getType() != Token.EOF;
        Token last = ended ? end : tokens.get(tokens.size() - 1);
        String text = lexer.getInputStream().getText(Interval.of(first.getStartIndex(), last.getStopIndex()));
        return new Part(text, Names.position(first), closed(tokens, end), ended);
    }

    private Token token() {
        Token token = lexer.nextToken();
        while (token.getChannel() != Token.DEFAULT_CHANNEL) {
            token = lexer.nextToken();
        }
        return token;
    }

    private static List<Token> closed(List<Token> tokens, Token end) {
        CommonToken eof = new CommonToken(end);
        eof.setType(Token.EOF);
        tokens.add(eof);
        return tokens;
    }
}
