package io.nrtstreams.connect.cleaning.expr;

/**
 * A pattern of LIKE, in which % stands for any text and _ for one character. It looks at each character of a text at most once
 * for each of its own, however many % it has.
 */
final class LikePattern {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] pattern;

    LikePattern(String pattern) {
        this.pattern = pattern.codePoints()
                .map(c -> c == '%' ? ANY_TEXT : c == '_' ? ANY_CHARACTER : c)
                .toArray();
    }

    /** Whether it matches the whole of a text. */
    boolean matches(String given) {
        int[] text = given.codePoints().toArray();
        int at = 0;
        int inText = 0;
        // Where the last % stands, and where what it stands for ends as far as is known.
        int any = -1;
        int end = 0;
        while (inText < text.length) {
            if (at < pattern.length && pattern[at] == ANY_TEXT) {
                any = at++;
                end = inText;
            } else if (at < pattern.length && (pattern[at] == ANY_CHARACTER || pattern[at] == text[inText])) {
                at++;
                inText++;
            } else if (any >= 0) {
                at = any + 1;
                inText = ++end;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == ANY_TEXT) {
            at++;
        }
        return at == pattern.length;
    }
}
