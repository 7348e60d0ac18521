package io.nrtstreams.connect.cleaning.core;

import java.util.function.IntPredicate;

/** A place in the text of a rule or a condition, and what both languages have in common. */
public final class TextScanner {
    private static final char END = '\0';

    private final String text;
    private int at;

    /** At the beginning of {@code text}. */
    public TextScanner(String text) {
        this.text = text;
    }

    /** Where it is, from 1. */
    public int column() {
        return at + 1;
    }

    /** The character {@code ahead} of the one in hand, behind it where negative; NUL beyond either end. */
    public char peek(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < text.length() ? text.charAt(index) : END;
    }

    /** Skips white space, and says whether anything is left. */
    public boolean skipBlanks() {
        takeWhile(Character::isWhitespace);
        return at < text.length();
    }

    /** Takes {@code wanted} if it is in hand, and says whether it was. */
    public boolean accept(String wanted) {
        boolean found = text.startsWith(wanted, at);
        at += found ? wanted.length() : 0;
        return found;
    }

    /** Takes characters as long as they are such; the condition may {@link #peek} around each. */
    public String takeWhile(IntPredicate such) {
        int from = at;
        while (at < text.length() && such.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /**
     * Takes the text in single quotes at whose opening quote it is; a quote within it is written twice.
     *
     * @return what stands between the quotes
     * @throws TextMistake if it is not closed
     */
    public String takeQuoted() {
        int column = column();
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                content.append(c);
            } else if (peek(0) == '\'') {
                content.append('\'');
                at++;
            } else {
                return content.toString();
            }
        }
        throw new TextMistake(
                column, "expected a closing quote for the one here (a quote within is written twice: '')");
    }
}
