package io.nrtstreams.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.text.TableLayout.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes tables of JSON objects: columns with their headings and where their cells are from. */
final class Columns {

    private final List<Heading> headings = new ArrayList<>();
    private final List<Function<JsonNode, String>> cells = new ArrayList<>();

    /** A column that shows a field. */
    Columns text(String heading, String field) {
        return text(heading, object -> shown(object.path(field)));
    }

    Columns text(String heading, Function<JsonNode, String> cell) {
        headings.add(Heading.of(heading));
        cells.add(cell);
        return this;
    }

    Columns number(String heading, Function<JsonNode, String> cell) {
        headings.add(Heading.ofNumbers(heading));
        cells.add(cell);
        return this;
    }

    Columns number(String heading, String field) {
        return number(heading, object -> shown(object.path(field)));
    }

    /** @param none what is said when there is no object */
    Block table(JsonNode objects, String none) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode object : objects) {
            rows.add(cells.stream().map(cell -> cell.apply(object)).toList());
        }
        return new Block.Table(headings, rows, none);
    }

    /** A value as text; nothing for null and for what is not there. */
    static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** The elements of an array, with commas between. */
    static String list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(shown(element)));
        return String.join(", ", texts);
    }
}
