package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.TextScanner;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a condition into pieces. */
final class Pieces {
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "<>", "!=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%");

    private final TextScanner scanner;

    private Pieces(TextScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * The pieces of {@code text}, with an END.
     *
     * @throws TextMistake if a quote is not closed or a character belongs to nothing
     */
    static List<Piece> of(String text) {
        TextScanner scanner = new TextScanner(text);
        Pieces pieces = new Pieces(scanner);
        List<Piece> all = new ArrayList<>();
        while (scanner.skipBlanks()) {
            all.add(pieces.next());
        }
        all.add(new Piece(Piece.Type.END, "", scanner.column()));
        return all;
    }

    private Piece next() {
        int column = scanner.column();
        char c = scanner.peek(0);
        if (c == '\'') {
            return new Piece(Piece.Type.TEXT, scanner.takeQuoted(), column);
        } else if (isDigit(c) || (c == '.' && isDigit(scanner.peek(1)))) {
            return new Piece(Piece.Type.NUMBER, scanner.takeWhile(this::isOfNumber), column);
        } else if (c == '`' || Character.isUnicodeIdentifierStart(c) || c == '_') {
            return new Piece(Piece.Type.WORD, path(), column);
        }
        for (String symbol : SYMBOLS) {
            if (scanner.accept(symbol)) {
                return new Piece(Piece.Type.SYMBOL, symbol, column);
            }
        }
        throw new TextMistake(column, "expected a field, a value or an operator, found " + c);
    }

    /** Whether the character in hand goes on with the number before it; a sign does after an e. */
    private boolean isOfNumber(int c) {
        boolean sign = (c == '-' || c == '+') && (scanner.peek(-1) | 0x20) == 'e';
        return sign || c == '.' || Character.isLetterOrDigit(c);
    }

    private String path() {
        StringBuilder path = new StringBuilder(scanner.takeWhile(Pieces::isOfPath));
        while (scanner.peek(0) == '`') {
            path.append(quotedName()).append(scanner.takeWhile(Pieces::isOfPath));
        }
        return path.toString();
    }

    /** A name in backticks, with them; one within it stands behind a backslash. */
    private String quotedName() {
        scanner.accept("`");
        String name = scanner.takeWhile(c -> c != '`' || scanner.peek(-1) == '\\');
        return "`" + name + (scanner.accept("`") ? "`" : "");
    }

    private static boolean isOfPath(int c) {
        return Character.isUnicodeIdentifierPart(c) || c == '_' || c == '.' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
