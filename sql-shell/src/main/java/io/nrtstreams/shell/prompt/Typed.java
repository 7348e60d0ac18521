package io.nrtstreams.shell.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.CompletingParsedLine;

/**
 * What stands before the cursor, in words, the last of which is being typed. A word in quotes begins with its quote.
 *
 * @param line the whole text
 * @param words before the cursor; the last one is empty when none was begun
 */
record Typed(String line, int cursor, List<String> words) implements CompletingParsedLine {

    private static final Pattern WORD = Pattern.compile(
            "--[^\n]*|/\\*(?s:.*?)(?:\\*/|$)|'(?:[^']|'')*'?|`[^`]*`?|\"[^\"]*\"?|[A-Za-z_][\\w.@-]*|\\d+|\\S");

    Typed {
        words = List.copyOf(words);
    }

    static Typed of(String line, int cursor) {
        List<String> words = new ArrayList<>();
        String before = line.substring(0, cursor);
        Matcher matcher = WORD.matcher(before);
        int end = 0;
        while (matcher.find()) {
            if (!isComment(matcher.group())) {
                words.add(matcher.group());
                end = matcher.end();
            }
        }
        boolean begun = end == before.length() && !words.isEmpty() && isOpen(words.get(words.size() - 1));
        if (!begun) {
            words.add("");
        }
        return new Typed(line, cursor, words);
    }

    private static boolean isComment(String word) {
        return word.startsWith("--") || word.startsWith("/*");
    }

    /** Whether what is typed next can belong to a word. */
    private static boolean isOpen(String word) {
        char first = word.charAt(0);
        boolean quoted = first == '\'' || first == '`' || first == '"';
        return quoted
                ? word.length() == 1 || word.charAt(word.length() - 1) != first
                : Character.isLetterOrDigit(first) || first == '_';
    }

    /** The words of the statement that is being typed, but for the last one. */
    List<String> before() {
        int start = words.subList(0, words.size() - 1).lastIndexOf(";") + 1;
        return words.subList(start, words.size() - 1);
    }

    @Override
    public String word() {
        return words.get(words.size() - 1);
    }

    @Override
    public int wordCursor() {
        return word().length();
    }

    @Override
    public int wordIndex() {
        return words.size() - 1;
    }

    /** Candidates bring their own quotes. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return word().length();
    }
}
