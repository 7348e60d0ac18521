package io.nrtstreams.analytics.report;

import java.util.List;

/** A table with a caption and header cells that name their scope, so that a screen reader can tell where it is. */
final class HtmlTable {
    private final StringBuilder text = new StringBuilder();
    private final List<String> columns;

    HtmlTable(String caption, List<String> columns) {
        this.columns = columns;
        text.append("<div class=\"scroll\" tabindex=\"0\"><table><caption>")
                .append(Html.escape(caption))
                .append("</caption><thead><tr>");
        columns.forEach(column ->
                text.append("<th scope=\"col\">").append(Html.escape(column)).append("</th>"));
        text.append("</tr></thead><tbody>");
    }

    /** Adds a row; its first cell is the row's header. Numbers are set to the right. */
    HtmlTable row(List<?> cells) {
        text.append("<tr>");
        for (int i = 0; i < columns.size(); i++) {
            Object cell = i < cells.size() ? cells.get(i) : "";
            text.append(i == 0 ? "<th scope=\"row\">" : isNumber(cell) ? "<td class=\"number\">" : "<td>")
                    .append(Html.escape(shown(cell)))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        text.append("</tr>");
        return this;
    }

    private static boolean isNumber(Object cell) {
        return cell instanceof Number || cell.toString().matches("-?[0-9][0-9,.]*( %| ms)?");
    }

    private static String shown(Object cell) {
        if (cell instanceof Double || cell instanceof Float || cell instanceof java.math.BigDecimal) {
            return Numbers.significant(((Number) cell).doubleValue(), 5);
        }
        return cell instanceof Number number ? Numbers.count(number.longValue()) : cell.toString();
    }

    @Override
    public String toString() {
        return text + "</tbody></table></div>";
    }
}
