package io.nrtstreams.sql.expression;

import java.util.Arrays;
import java.util.Optional;

/** A pattern of LIKE: {@code %} stands for any characters, {@code _} for one, the escape character for what follows it. */
final class LikePattern {

    private static final byte LITERAL = 0;
    private static final byte ONE = 1;
    private static final byte ANY = 2;

    private final char[] characters;
    private final byte[] kinds;

    /** What a text must begin with, when that is all; empty when there is more to it. */
    private final String prefix;

    private LikePattern(char[] characters, byte[] kinds, String prefix) {
        this.characters = characters;
        this.kinds = kinds;
        this.prefix = prefix;
    }

    /**
     * A pattern.
     *
     * @throws IllegalArgumentException when the escape character is the last one
     */
    static LikePattern of(String text, Optional<Character> escape) {
        char[] characters = new char[text.length()];
        byte[] kinds = new byte[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (escape.isPresent() && next == escape.get()) {
                i++;
                if (i == text.length()) {
                    throw new IllegalArgumentException("nothing follows the escape character of the pattern");
                }
                characters[count++] = text.charAt(i);
            } else {
                kinds[count] = next == '%' ? ANY : next == '_' ? ONE : LITERAL;
                characters[count++] = next;
            }
        }
        return of(Arrays.copyOf(characters, count), Arrays.copyOf(kinds, count));
    }

    private static LikePattern of(char[] characters, byte[] kinds) {
        int literals = 0;
        while (literals < kinds.length && kinds[literals] == LITERAL) {
            literals++;
        }
        boolean onlyPrefix = literals == kinds.length - 1 && kinds[literals] == ANY;
        return new LikePattern(characters, kinds, onlyPrefix ? new String(characters, 0, literals) : "");
    }

    boolean matches(String text) {
        if (!prefix.isEmpty()) {
            return text.startsWith(prefix);
        }
        int at = 0;
        int place = 0;
        int retryAt = -1;
        int retryPlace = -1;
        while (at < text.length()) {
            if (place < kinds.length && kinds[place] == ANY) {
                retryPlace = ++place;
                retryAt = at;
            } else if (place < kinds.length && (kinds[place] == ONE || characters[place] == text.charAt(at))) {
                at++;
                place++;
            } else if (retryPlace >= 0) {
                place = retryPlace;
                at = ++retryAt;
            } else {
                return false;
            }
        }
        while (place < kinds.length && kinds[place] == ANY) {
            place++;
        }
        return place == kinds.length;
    }
}
