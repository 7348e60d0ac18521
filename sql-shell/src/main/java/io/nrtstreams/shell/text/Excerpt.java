package io.nrtstreams.shell.text;

import java.util.List;

/** The line of a text that an error is in, with a caret below the place. */
public final class Excerpt {

    private static final String CUT = "…";

    private Excerpt() {}

    /**
     * Two lines, or none when the text has no such place.
     *
     * @param line counts from 1
     * @param column of characters, counts from 1
     * @param number that stands before the line
     */
    public static List<String> at(String text, int line, int column, int number, int screen) {
        List<String> lines = text.lines().toList();
        if (line < 1 || line > lines.size() || column < 1) {
            return List.of();
        }
        String before = "%5d | ".formatted(number);
        String whole = lines.get(line - 1).replace('\t', ' ');
        int at = Math.min(column - 1, whole.length());
        int room = Math.max(20, screen - before.length() - 2);
        int from = at > room ? whole.offsetByCodePoints(at, -Math.min(whole.codePointCount(0, at), room / 2)) : 0;
        String start = from > 0 ? CUT : "";
        String shown = Cells.onOneLine(whole.substring(from));
        String fitting =
                Cells.width(shown) > room ? Cells.wrapped(shown, room, 1).get(0) : shown;
        int caret = before.length() + start.length() + Cells.width(Cells.onOneLine(whole.substring(from, at)));
        return List.of(before + start + fitting, " ".repeat(caret) + "^");
    }
}
