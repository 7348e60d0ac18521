package io.nrtstreams.analytics.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A table with a caption and header cells that name their scope, so that a screen reader can tell where it is. */
final class HtmlTable {
    /** A text beyond this many characters may be broken into lines. */
    private static final int LONG = 24;

    private final String caption;
    private final List<String> columns;
    private final List<List<?>> rows = new ArrayList<>();

    HtmlTable(String caption, List<String> columns) {
        this.caption = caption;
        this.columns = columns;
    }

    /** Adds a row; its first cell is the row's header. Numbers are set to the right. */
    HtmlTable row(List<?> cells) {
        rows.add(cells);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><caption>")
                .append(Html.escape(caption))
                .append("</caption><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            text.append(isNumeric(i) ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
                    .append(Html.escape(columns.get(i)))
                    .append("</th>");
        }
        text.append("</tr></thead><tbody>");
        rows.forEach(row -> append(text, row));
        return text.append("</tbody></table></div>").toString();
    }

    private void append(StringBuilder text, List<?> row) {
        text.append("<tr>");
        for (int i = 0; i < columns.size(); i++) {
            Object cell = i < row.size() ? row.get(i) : "";
            text.append(i == 0 ? "<th scope=\"row\">" : isNumber(cell) ? "<td class=\"number\">" : text(cell))
                    .append(breakable(Html.escape(shown(cell)), i))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        text.append("</tr>");
    }

    /** A path breaks into lines after its slashes; the first cell of a row never does. */
    private static String breakable(String escaped, int column) {
        return column > 0 && escaped.length() > LONG ? escaped.replace("/", "/<wbr>") : escaped;
    }

    private static String text(Object cell) {
        return cell.toString().length() > LONG ? "<td class=\"long\">" : "<td>";
    }

    private boolean isNumeric(int column) {
        return column > 0 && rows.stream().anyMatch(row -> column < row.size() && isNumber(row.get(column)));
    }

    private static boolean isNumber(Object cell) {
        return cell instanceof Number || cell.toString().endsWith(" ms") || cell.equals("–");
    }

    private static String shown(Object cell) {
        if (cell instanceof Double || cell instanceof Float || cell instanceof BigDecimal) {
            return Numbers.significant(((Number) cell).doubleValue(), 5);
        }
        return cell instanceof Number number ? Numbers.count(number.longValue()) : cell.toString();
    }
}
