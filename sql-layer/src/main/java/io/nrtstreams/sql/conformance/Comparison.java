package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares what came with what must come, at the three levels. */
public final class Comparison {

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-6");

    private Comparison() {}

    /**
     * The result for one topic.
     *
     * @param table whether a later record of a key replaces the earlier one
     */
    public static CaseResult compare(String topic, List<CaseRecord> expected, List<CaseRecord> actual, boolean table) {
        Optional<String> difference = firstDifference(topic, expected, actual);
        if (difference.isEmpty()) {
            return CaseResult.asWanted();
        }
        boolean perKey = samePerKey(expected, actual);
        boolean state = perKey
                || (table
                        ? sameMultiset(lastOfEachKey(expected), lastOfEachKey(actual))
                        : sameMultiset(expected, actual));
        return new CaseResult(true, false, perKey, state, difference);
    }

    private static Optional<String> firstDifference(String topic, List<CaseRecord> expected, List<CaseRecord> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String place = topic + ", record " + (i + 1) + ": ";
            if (i >= actual.size()) {
                return Optional.of(place + "missing " + text(expected.get(i)));
            }
            if (i >= expected.size()) {
                return Optional.of(place + "not expected " + text(actual.get(i)));
            }
            if (!same(expected.get(i), actual.get(i))) {
                return Optional.of(place + "expected " + text(expected.get(i)) + " but got " + text(actual.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String text(CaseRecord found) {
        return "{key " + found.key() + ", value " + found.value()
                + found.timestamp().map(time -> ", timestamp " + time).orElse("")
                + found.window()
                        .map(window -> ", window " + window.start() + ".." + window.end())
                        .orElse("") + "}";
    }

    private static boolean samePerKey(List<CaseRecord> expected, List<CaseRecord> actual) {
        Map<Identity, List<CaseRecord>> wanted = byKey(expected);
        Map<Identity, List<CaseRecord>> found = byKey(actual);
        return wanted.keySet().equals(found.keySet())
                && wanted.entrySet().stream()
                        .allMatch(entry -> sameList(entry.getValue(), found.getOrDefault(entry.getKey(), List.of())));
    }

    private static boolean sameList(List<CaseRecord> expected, List<CaseRecord> actual) {
        Iterator<CaseRecord> others = actual.iterator();
        return expected.size() == actual.size() && expected.stream().allMatch(wanted -> same(wanted, others.next()));
    }

    private record Identity(String key, Optional<CaseWindow> window) {
        static Identity of(CaseRecord found) {
            return new Identity(found.key().toString().toUpperCase(Locale.ROOT), found.window());
        }
    }

    private static Map<Identity, List<CaseRecord>> byKey(List<CaseRecord> records) {
        Map<Identity, List<CaseRecord>> byKey = new LinkedHashMap<>();
        records.forEach(found -> byKey.computeIfAbsent(Identity.of(found), key -> new ArrayList<>())
                .add(found));
        return byKey;
    }

    private static List<CaseRecord> lastOfEachKey(List<CaseRecord> records) {
        Map<Identity, CaseRecord> last = new LinkedHashMap<>();
        for (CaseRecord found : records) {
            if (found.value().isNull()) {
                last.remove(Identity.of(found));
            } else {
                last.put(Identity.of(found), found);
            }
        }
        return List.copyOf(last.values());
    }

    private static boolean sameMultiset(List<CaseRecord> expected, List<CaseRecord> actual) {
        List<CaseRecord> left = new ArrayList<>(actual);
        for (CaseRecord wanted : expected) {
            Optional<CaseRecord> match =
                    left.stream().filter(found -> same(wanted, found)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return left.isEmpty();
    }

    private static boolean same(CaseRecord expected, CaseRecord actual) {
        return same(expected.key(), actual.key())
                && same(expected.value(), actual.value())
                && (expected.timestamp().isEmpty() || expected.timestamp().equals(actual.timestamp()))
                && sameWindow(expected, actual)
                && (expected.headers().isEmpty()
                        || same(expected.headers().get(), actual.headers().orElseThrow()));
    }

    private static boolean sameWindow(CaseRecord expected, CaseRecord actual) {
        return expected.window().equals(actual.window());
    }

    /** Whether a value is the expected one: names in any case, numbers within a millionth, decimals by value and scale. */
    public static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return sameNumber(expected, actual);
        }
        if (expected.isTextual() && actual.isBigDecimal()) {
            return sameDecimal(expected.textValue(), actual.decimalValue());
        }
        if (expected.isArray() && actual.isArray()) {
            return sameArray(expected, actual);
        }
        if (expected.isObject() && actual.isObject()) {
            return sameObject(expected, actual);
        }
        return isNull(expected) ? isNull(actual) : expected.equals(actual);
    }

    /** By value and scale. */
    private static boolean sameDecimal(String expected, BigDecimal actual) {
        try {
            BigDecimal wanted = new BigDecimal(expected);
            return wanted.scale() == actual.scale() && wanted.compareTo(actual) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isNull(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        return expected.decimalValue().subtract(actual.decimalValue()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static boolean sameArray(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A field that is null may as well be missing. */
    private static boolean sameObject(JsonNode expected, JsonNode actual) {
        return expected.properties().stream()
                        .allMatch(entry -> same(entry.getValue(), SqlJson.find(actual, entry.getKey())))
                && actual.properties().stream()
                        .allMatch(entry -> isNull(entry.getValue())
                                || !SqlJson.find(expected, entry.getKey()).isMissingNode());
    }
}
