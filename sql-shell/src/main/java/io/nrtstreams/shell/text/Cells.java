package io.nrtstreams.shell.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text in cells: how wide it is on a terminal, and cut into lines. */
public final class Cells {

    private static final String CUT = "…";

    private Cells() {}

    /** Columns that a text takes on a terminal: two for wide characters, none for combining ones. */
    public static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += width(text.codePointAt(at));
        }
        return width;
    }

    private static int width(int character) {
        return Math.max(0, WCWidth.wcwidth(character));
    }

    /** A text in which no character can move the cursor or change the terminal; line breaks stay. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\t') {
                clean.append("    ");
            } else if ((character != '\n' && Character.isISOControl(character)) || isDirection(character)) {
                clean.append(String.format("\\u%04x", character));
            } else {
                clean.appendCodePoint(character);
            }
        });
        return clean.toString();
    }

    /** The same on one line. */
    public static String onOneLine(String text) {
        return clean(text).replace("\n", "\\n");
    }

    /** Marks that turn the direction of the text behind them. */
    private static boolean isDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    /** A text in lines of a width at most, at blanks where there are some. No more than {@code maxLines}; then it is cut. */
    static List<String> wrapped(String text, int width, int maxLines) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String rest = line;
            while (width(rest) > width && lines.size() < maxLines) {
                int end = breakAt(rest, width);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
            if (lines.size() > maxLines) {
                return cut(lines, width, maxLines);
            }
        }
        return lines;
    }

    private static List<String> cut(List<String> lines, int width, int maxLines) {
        List<String> kept = new ArrayList<>(lines.subList(0, maxLines));
        String last = kept.get(maxLines - 1);
        kept.set(maxLines - 1, last.substring(0, endWithin(last, width - 1)) + CUT);
        return kept;
    }

    /** Behind the last blank in the second half of what fits, or behind all that fits; one character at least. */
    private static int breakAt(String text, int width) {
        int end = endWithin(text, width);
        int blank = text.lastIndexOf(' ', end);
        return blank > end / 2 ? Math.min(blank + 1, end) : Math.max(end, Character.charCount(text.codePointAt(0)));
    }

    private static int endWithin(String text, int width) {
        int used = 0;
        int end = 0;
        while (end < text.length() && used + width(text.codePointAt(end)) <= width) {
            used += width(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - width(text)));
        return right ? blanks + text : text + blanks;
    }
}
