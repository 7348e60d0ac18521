package io.nrtstreams.connect.cleaning.core;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the separators of a locale out of numbers: {@code 1.234,5} of de-DE is {@code 1234.5}. Groups are of three digits,
 * in India and its neighbours also of two left of the last three; a number without groups is fine, one with wrong groups
 * is none. Blanks of all kinds part groups where the locale has one for that, and both apostrophes where it has one of them.
 */
public final class LocaleNumbers {
    private final char decimal;
    private final char grouping;
    private final char zero;
    private final boolean pairs;

    /** Those of a locale, by the data of the JDK (CLDR). */
    public LocaleNumbers(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        decimal = symbols.getDecimalSeparator();
        grouping = symbols.getGroupingSeparator();
        zero = symbols.getZeroDigit();
        pairs = Set.of("IN", "BD", "NP", "PK").contains(locale.getCountry());
    }

    /** The number with a plain decimal point and without groups; null where it is not written as the locale has it. */
    public @Nullable String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        if (at < text.length() && isSign(text.charAt(at))) {
            plain.append(text.charAt(at++) == '+' ? '+' : '-');
        }
        int wholeEnd = endOfWhole(text, at);
        if (!appendWhole(text, at, wholeEnd, plain)) {
            return null;
        }
        if (wholeEnd < text.length() && text.charAt(wholeEnd) == decimal) {
            plain.append('.');
            wholeEnd++;
        }
        for (at = wholeEnd; at < text.length(); at++) {
            char c = digit(text.charAt(at));
            boolean ofExponent = c == 'e' || c == 'E' || c == '+' || c == '-';
            if (!isDigit(c) && !ofExponent) {
                return null;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private int endOfWhole(String text, int from) {
        int at = from;
        while (at < text.length() && (isDigit(digit(text.charAt(at))) || isGrouping(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private boolean appendWhole(String text, int from, int to, StringBuilder plain) {
        int digits = 0;
        int groups = 0;
        boolean two = false;
        for (int at = from; at < to; at++) {
            char c = digit(text.charAt(at));
            if (isDigit(c)) {
                plain.append(c);
                digits++;
                continue;
            }
            boolean first = groups == 0;
            boolean sound = first ? digits >= 1 && digits <= 3 : digits == 3 ? !two : digits == 2 && pairs;
            if (!sound) {
                return false;
            }
            two |= !first && digits == 2;
            groups++;
            digits = 0;
        }
        return groups == 0 || digits == 3;
    }

    private boolean isGrouping(char c) {
        if (c == grouping) {
            return c != decimal;
        }
        boolean blank = Character.isSpaceChar(grouping) && Character.isSpaceChar(c);
        boolean apostrophe = (grouping == '\'' || grouping == '\u2019') && (c == '\'' || c == '\u2019');
        return blank || apostrophe;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-' || c == '\u2212';
    }

    /** A digit of the locale's as one of ASCII. */
    private char digit(char c) {
        return c >= zero && c <= zero + 9 ? (char) ('0' + c - zero) : c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
