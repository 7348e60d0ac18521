package io.nrtstreams.sql.function.builtin.text;

import org.jspecify.annotations.Nullable;

/**
 * Hides characters behind others by their kind; null leaves the kind as it is.
 *
 * @param upper for upper-case letters
 * @param lower for lower-case letters
 * @param digit for digits
 * @param other for all other characters
 */
record Masking(
        @Nullable Character upper,
        @Nullable Character lower,
        @Nullable Character digit,
        @Nullable Character other) {

    static final Masking USUAL = new Masking('X', 'x', 'n', '-');

    /** By the first character of each; an empty one counts as null. */
    static Masking of(@Nullable String upper, @Nullable String lower, @Nullable String digit, @Nullable String other) {
        return new Masking(first(upper), first(lower), first(digit), first(other));
    }

    private static @Nullable Character first(@Nullable String mask) {
        return mask == null || mask.isEmpty() ? null : mask.charAt(0);
    }

    /** Masks the first characters; {@link IllegalArgumentException} for a negative number of them. */
    String left(String text, int count) {
        return between(text, 0, Math.min(checked(count), text.length()));
    }

    /** Masks the last characters; {@link IllegalArgumentException} for a negative number of them. */
    String right(String text, int count) {
        return between(text, Math.max(text.length() - checked(count), 0), text.length());
    }

    /** Masks all but the first characters; {@link IllegalArgumentException} for a negative number of them. */
    String keepingLeft(String text, int count) {
        return between(text, Math.min(checked(count), text.length()), text.length());
    }

    /** Masks all but the last characters; {@link IllegalArgumentException} for a negative number of them. */
    String keepingRight(String text, int count) {
        return between(text, 0, Math.max(text.length() - checked(count), 0));
    }

    String all(String text) {
        return between(text, 0, text.length());
    }

    private static int checked(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of characters must not be negative");
        }
        return count;
    }

    private String between(String text, int from, int to) {
        char[] characters = text.toCharArray();
        for (int i = from; i < to; i++) {
            Character mask = mask(characters[i]);
            if (mask != null) {
                characters[i] = mask;
            }
        }
        return new String(characters);
    }

    private @Nullable Character mask(char character) {
        if (Character.isUpperCase(character)) {
            return upper;
        } else if (Character.isLowerCase(character)) {
            return lower;
        } else {
            return Character.isDigit(character) ? digit : other;
        }
    }
}
