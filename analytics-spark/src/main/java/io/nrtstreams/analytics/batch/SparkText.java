package io.nrtstreams.analytics.batch;

import java.util.Locale;

/**
 * A query's text as Spark's parser wants it. Names without quotes become upper case as in the catalog, and double quotes
 * round names become back-quotes. In a text of our own dialect, {@code ->} and {@code =>} become Spark's {@code .} and
 * {@code ->}, and the types VARCHAR and BYTES Spark's STRING and BINARY.
 */
final class SparkText {

    private final String text;
    private final boolean isOurs;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private String lastWord = "";

    private SparkText(String text, boolean isOurs) {
        this.text = text;
        this.isOurs = isOurs;
    }

    /**
     * The text for Spark.
     *
     * @param isOurs whether our own parser can read it
     */
    static String of(String text, boolean isOurs) {
        return new SparkText(text, isOurs).rewrite();
    }

    private String rewrite() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                skip(text.indexOf('\n', at), 0);
            } else if (text.startsWith("/*", at)) {
                skip(text.indexOf("*/", at), 2);
            } else if (c == '\'' || c == '`') {
                copyQuoted(c, c);
            } else if (c == '"') {
                copyQuoted(c, '`');
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else if (Character.isDigit(c)) {
                number();
            } else {
                symbol(c);
            }
        }
        return out.toString().strip();
    }

    private void skip(int end, int length) {
        out.append(' ');
        at = end < 0 ? text.length() : end + length;
    }

    private void copyQuoted(char quote, char as) {
        out.append(as);
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                out.append(c == as ? "" + as + as : c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                out.append(quote == as ? "" + as + as : quote);
                at++;
            } else {
                break;
            }
        }
        out.append(as);
        lastWord = "";
    }

    private void word() {
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end).toUpperCase(Locale.ROOT);
        at = end;
        out.append(isOurs ? type(word) : word);
        lastWord = word;
    }

    private String type(String word) {
        if (word.equals("VARCHAR") && next() != '(') {
            return "STRING";
        }
        return word.equals("BYTES") && lastWord.equals("AS") ? "BINARY" : word;
    }

    private char next() {
        int after = at;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        return after < text.length() ? text.charAt(after) : ';';
    }

    private void number() {
        while (at < text.length() && (isOfWord(text.charAt(at)) || text.charAt(at) == '.')) {
            out.append(text.charAt(at++));
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void symbol(char c) {
        if (isOurs && text.startsWith("->", at)) {
            out.append('.');
            at += 2;
        } else if (isOurs && text.startsWith("=>", at)) {
            out.append("->");
            at += 2;
        } else {
            // A semicolon ends the statement, which the caller has made sure is one.
            out.append(c == ';' ? ' ' : c);
            at++;
        }
    }
}
