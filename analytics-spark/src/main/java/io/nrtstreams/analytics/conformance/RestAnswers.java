package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nrtstreams.sql.conformance.CaseResult;
import io.nrtstreams.sql.conformance.Comparison;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a server's answers with the wanted ones. Of entities only the wanted fields count. Of queries the columns, the final
 * message and the rows count: those of a running query or a stream in their order, those of a table in any, as a table has none.
 * Of a table's first rows, LIMIT, it is free which they are, so that their number counts and that all of them are rows of
 * another wanted answer with the same columns, where there is one.
 */
final class RestAnswers {

    private static final String STARTS_WITH = "|starts_with";

    private RestAnswers() {}

    static CaseResult entity(JsonNode wanted, JsonNode actual) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!holds(field.getKey(), field.getValue(), actual)) {
                return CaseResult.failed("wanted the entity " + wanted + " but got " + actual);
            }
        }
        return CaseResult.asWanted();
    }

    private static boolean holds(String name, JsonNode wanted, JsonNode actual) {
        if (name.endsWith(STARTS_WITH)) {
            String field = name.substring(0, name.length() - STARTS_WITH.length());
            return actual.path(field).asText().startsWith(wanted.asText());
        } else if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(entry -> holds(entry.getKey(), entry.getValue(), actual.path(name)));
        }
        return Comparison.same(wanted, actual.path(name));
    }

    /**
     * The result for a query.
     *
     * @param others the wanted answers of the case, of which some may tell what rows there are
     */
    static CaseResult rows(String statement, JsonNode wanted, JsonNode actual, List<JsonNode> others) {
        Parts expected = Parts.of(wanted);
        Parts found = Parts.of(actual);
        if (!holds("header", expected.header, Parts.wrapped(found.header))) {
            return CaseResult.failed(
                    "wanted the columns " + expected.header + " but got " + found.header + " for " + statement);
        }
        if (!expected.end.equals(found.end)) {
            return CaseResult.failed("wanted the end " + expected.end + " but got " + found.end + " for " + statement
                    + " with the rows " + found.rows);
        }
        boolean isTable = expected.end.isEmpty();
        if (sameList(expected.rows, found.rows)) {
            return CaseResult.asWanted();
        }
        boolean perKey = sameMultiset(expected.rows, found.rows);
        if (isTable && (perKey || (isLimited(statement) && isPartOf(expected, found, others)))) {
            return CaseResult.asWanted();
        }
        String difference = "wanted the rows " + expected.rows + " but got " + found.rows + " for " + statement;
        return new CaseResult(true, false, perKey, perKey, Optional.of(difference));
    }

    private static boolean isLimited(String statement) {
        return statement.toUpperCase(Locale.ROOT).contains("LIMIT");
    }

    private static boolean isPartOf(Parts expected, Parts found, List<JsonNode> others) {
        return found.rows.size() == expected.rows.size()
                && others.stream()
                        .filter(other -> other.has("query"))
                        .map(other -> Parts.of(other.get("query")))
                        .filter(other -> other.header.equals(expected.header) && other.rows.size() > found.rows.size())
                        .anyMatch(other -> found.rows.stream()
                                .allMatch(row -> other.rows.stream().anyMatch(one -> Comparison.same(one, row))));
    }

    private record Parts(JsonNode header, List<JsonNode> rows, Optional<String> end) {

        static Parts of(JsonNode answer) {
            JsonNode header = answer.path(0).path("header");
            List<JsonNode> rows = new ArrayList<>();
            Optional<String> end = Optional.empty();
            for (JsonNode element : answer) {
                if (element.has("row")) {
                    rows.add(element.get("row"));
                } else if (element.has("finalMessage")) {
                    end = Optional.of(element.get("finalMessage").asText());
                } else if (element.has("errorMessage")) {
                    end = Optional.of(element.get("errorMessage").toString());
                }
            }
            return new Parts(header, rows, end);
        }

        static JsonNode wrapped(JsonNode header) {
            return JsonNodeFactory.instance.objectNode().set("header", header);
        }
    }

    private static boolean sameList(List<JsonNode> wanted, List<JsonNode> actual) {
        Iterator<JsonNode> others = actual.iterator();
        return wanted.size() == actual.size() && wanted.stream().allMatch(row -> Comparison.same(row, others.next()));
    }

    private static boolean sameMultiset(List<JsonNode> wanted, List<JsonNode> actual) {
        List<JsonNode> left = new ArrayList<>(actual);
        return wanted.size() == actual.size()
                && wanted.stream()
                        .allMatch(row -> left.stream()
                                .filter(other -> Comparison.same(row, other))
                                .findFirst()
                                .map(left::remove)
                                .orElse(false));
    }
}
