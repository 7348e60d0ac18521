package io.nrtstreams.shell.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of a table and how wide they are. Cells that are longer go on in further lines, 20 at most. Where the screen is too
 * narrow for all columns to stand side by side, a row is a block of lines, one for each column. Immutable.
 */
public final class TableLayout {

    /**
     * What stands above a column.
     *
     * @param right whether its cells stand on the right, as numbers do
     * @param least how wide the column is at least
     */
    public record Heading(String text, boolean right, int least) {

        public static Heading of(String text) {
            return new Heading(text, false, 0);
        }

        public static Heading ofNumbers(String text) {
            return new Heading(text, true, 0);
        }
    }

    private static final int LEAST = 4;
    private static final int MAX_LINES = 20;
    private static final String BETWEEN = " | ";

    private final List<Heading> headings;
    private final int[] widths;
    private final int screen;

    private TableLayout(List<Heading> headings, int[] widths, int screen) {
        this.headings = headings;
        this.widths = widths;
        this.screen = screen;
    }

    /** A layout that fits these rows as well as it can. */
    public static TableLayout fitting(List<Heading> headings, List<List<String>> rows, int screen) {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            Heading heading = headings.get(i);
            widths[i] = Math.max(Math.max(1, heading.least), widestLine(heading.text));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], i < row.size() ? widestLine(row.get(i)) : 0);
            }
        }
        return new TableLayout(List.copyOf(headings), shrunk(widths, screen), screen);
    }

    private static int widestLine(String text) {
        return text.lines().mapToInt(Cells::width).max().orElse(0);
    }

    /** Takes from the widest columns what is too much. */
    private static int[] shrunk(int[] widths, int screen) {
        int room = screen - BETWEEN.length() * (widths.length - 1) - 2;
        if (Arrays.stream(widths).sum() <= room || room < LEAST * widths.length) {
            return widths;
        }
        int limit = LEAST;
        while (sumWithin(widths, limit + 1) <= room) {
            limit++;
        }
        int spare = room - sumWithin(widths, limit);
        int[] shrunk = new int[widths.length];
        for (int i = 0; i < widths.length; i++) {
            boolean wider = widths[i] > limit && spare > 0;
            shrunk[i] = Math.min(widths[i], limit + (wider ? 1 : 0));
            spare -= wider ? 1 : 0;
        }
        return shrunk;
    }

    private static int sumWithin(int[] widths, int limit) {
        return Arrays.stream(widths).map(width -> Math.min(width, limit)).sum();
    }

    private boolean isBlocks() {
        return LEAST * widths.length > screen - BETWEEN.length() * (widths.length - 1) - 2;
    }

    /** The headings and the line below them; none where rows are blocks. */
    public List<String> head() {
        if (isBlocks()) {
            return List.of();
        }
        List<String> lines = side(headings.stream().map(Heading::text).toList());
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : "+").append("-".repeat(widths[i] + 2));
        }
        lines.add(rule.toString());
        return lines;
    }

    /** The lines of a row. */
    public List<String> row(List<String> cells) {
        return isBlocks() ? block(cells) : side(cells);
    }

    private List<String> side(List<String> cells) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = Cells.wrapped(i < cells.size() ? cells.get(i) : "", widths[i], MAX_LINES);
            columns.add(lines);
            height = Math.max(height, lines.size());
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                String part = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                text.append(i == 0 ? "" : BETWEEN).append(Cells.padded(part, widths[i], headings.get(i).right));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> block(List<String> cells) {
        int names = headings.stream()
                .mapToInt(heading -> Cells.width(heading.text))
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("-".repeat(Math.max(1, Math.min(screen, 20))));
        for (int i = 0; i < widths.length; i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            List<String> parts = Cells.wrapped(cell, Math.max(LEAST, screen - names - 3), MAX_LINES);
            for (int line = 0; line < parts.size(); line++) {
                String name = line == 0 ? headings.get(i).text : "";
                lines.add((Cells.padded(name, names, false) + (line == 0 ? " : " : "   ") + parts.get(line))
                        .stripTrailing());
            }
        }
        return lines;
    }
}
