package io.nrtstreams.sql.format.protobuf;

import java.util.ArrayList;
import java.util.List;

/** The words of a .proto file (Protocol Buffers Language Specification, "Lexical elements"), read one after the other. */
final class ProtoTokens {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    /** @param text without quotes and escapes when it is of kind TEXT */
    record Token(Kind kind, String text, int line) {

        boolean is(String symbolOrWord) {
            return kind != Kind.TEXT && text.equals(symbolOrWord);
        }

        private String described() {
            return kind == Kind.END ? "the end" : "'" + text + "'";
        }
    }

    private final List<Token> tokens;
    private int next;

    private ProtoTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static ProtoTokens of(String source) throws ProtoException {
        return new ProtoTokens(new Scanner(source).scan());
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes the next token when it is this one. */
    boolean takeIf(String symbolOrWord) {
        boolean there = peek().is(symbolOrWord);
        if (there) {
            take();
        }
        return there;
    }

    void expect(String symbol) throws ProtoException {
        if (!takeIf(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    String expectWord(String what) throws ProtoException {
        if (peek().kind() != Kind.WORD) {
            throw unexpected(what);
        }
        return take().text();
    }

    String expectText(String what) throws ProtoException {
        if (peek().kind() != Kind.TEXT) {
            throw unexpected(what);
        }
        StringBuilder text = new StringBuilder();
        while (peek().kind() == Kind.TEXT) {
            text.append(take().text());
        }
        return text.toString();
    }

    int expectNumber() throws ProtoException {
        boolean negative = takeIf("-");
        Token token = peek();
        try {
            int number = Integer.decode((negative ? "-" : "") + token.text());
            take();
            return number;
        } catch (NumberFormatException e) {
            throw unexpected("a whole number");
        }
    }

    /** A word, or several with dots between and perhaps one before: the name of a type, package or option. */
    String expectName(String what) throws ProtoException {
        StringBuilder name = new StringBuilder(takeIf(".") ? "." : "");
        name.append(expectWord(what));
        while (takeIf(".")) {
            name.append('.').append(expectWord(what));
        }
        return name.toString();
    }

    /** Goes on behind the closing bracket of the opening one that comes next. */
    void skipBlock() throws ProtoException {
        int depth = 0;
        do {
            Token token = take();
            if (token.kind() == Kind.END) {
                throw unexpected("'}'");
            }
            if (token.is("{") || token.is("[") || token.is("(")) {
                depth++;
            } else if (token.is("}") || token.is("]") || token.is(")")) {
                depth--;
            }
        } while (depth > 0);
    }

    /** Goes on behind the next semicolon outside brackets. */
    void skipStatement() throws ProtoException {
        while (!takeIf(";")) {
            skipBlock();
        }
    }

    ProtoException unexpected(String expected) {
        return new ProtoException(peek().line(), "expected " + expected + ", but found " + peek().described());
    }

    private static final class Scanner {

        private final String source;
        private final List<Token> tokens = new ArrayList<>();
        private int position;
        private int line = 1;

        private Scanner(String source) {
            this.source = source;
        }

        private List<Token> scan() throws ProtoException {
            while (position < source.length()) {
                char next = source.charAt(position);
                if (next == '\n') {
                    line++;
                    position++;
                } else if (Character.isWhitespace(next)) {
                    position++;
                } else if (source.startsWith("//", position)) {
                    int end = source.indexOf('\n', position);
                    position = end < 0 ? source.length() : end;
                } else if (source.startsWith("/*", position)) {
                    skipComment();
                } else if (next == '"' || next == '\'') {
                    text(next);
                } else if (isLetter(next)) {
                    run(Kind.WORD);
                } else if (Character.isDigit(next)) {
                    run(Kind.NUMBER);
                } else {
                    tokens.add(new Token(Kind.SYMBOL, String.valueOf(next), line));
                    position++;
                }
            }
            tokens.add(new Token(Kind.END, "", line));
            return tokens;
        }

        private static boolean isLetter(char character) {
            return Character.isLetter(character) || character == '_';
        }

        private void run(Kind kind) {
            int start = position;
            while (position < source.length() && belongs(kind, source.charAt(position))) {
                position++;
            }
            tokens.add(new Token(kind, source.substring(start, position), line));
        }

        private static boolean belongs(Kind kind, char character) {
            return isLetter(character) || Character.isDigit(character) || (kind == Kind.NUMBER && character == '.');
        }

        private void skipComment() throws ProtoException {
            int end = source.indexOf("*/", position);
            if (end < 0) {
                throw new ProtoException(line, "a comment has no end");
            }
            line += (int) source.substring(position, end)
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            position = end + 2;
        }

        private void text(char quote) throws ProtoException {
            StringBuilder text = new StringBuilder();
            position++;
            while (position < source.length() && source.charAt(position) != quote) {
                char next = source.charAt(position++);
                if (next == '\n') {
                    break;
                }
                text.append(next == '\\' && position < source.length() ? escaped(source.charAt(position++)) : next);
            }
            if (position >= source.length() || source.charAt(position) != quote) {
                throw new ProtoException(line, "a text has no end");
            }
            position++;
            tokens.add(new Token(Kind.TEXT, text.toString(), line));
        }

        /** Escapes by number stand only in default values, which are not used. */
        private static char escaped(char character) {
            return switch (character) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                default -> character;
            };
        }
    }
}
