package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseWindow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static JsonNode json(String text) {
        try {
            return CaseFile.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CaseRecord found(String key, String value) {
        return found(key, value, 0L, null);
    }

    private static CaseRecord found(String key, String value, Long timestamp, CaseWindow window) {
        return new CaseRecord(
                "t",
                json(key),
                json(value),
                Optional.ofNullable(timestamp),
                Optional.ofNullable(window),
                Optional.of(json("[]")));
    }

    private static CaseRecord wanted(String key, String value) {
        return new CaseRecord("t", json(key), json(value), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The levels L1, L2 and L3 that are reached, such as {@code -23}. */
    private static String levels(CaseResult result) {
        assertThat(result.accepted()).isTrue();
        return (result.exact() ? "1" : "-") + (result.perKey() ? "2" : "-") + (result.finalState() ? "3" : "-");
    }

    private static String stream(List<CaseRecord> expected, List<CaseRecord> actual) {
        return levels(Comparison.compare("t", expected, actual, false));
    }

    private static String table(List<CaseRecord> expected, List<CaseRecord> actual) {
        return levels(Comparison.compare("t", expected, actual, true));
    }

    private static final CaseRecord A1 = found("\"a\"", "1");
    private static final CaseRecord A2 = found("\"a\"", "2");
    private static final CaseRecord B1 = found("\"b\"", "1");
    private static final CaseRecord A_GONE = found("\"a\"", "null");

    @Test
    void theSameInTheSameOrderIsAllLevels() {
        assertThat(stream(List.of(A1, B1, A2), List.of(A1, B1, A2))).isEqualTo("123");
        assertThat(table(List.of(), List.of())).isEqualTo("123");
    }

    @Test
    void anotherOrderAcrossKeysIsNotExact() {
        assertThat(stream(List.of(A1, B1, A2), List.of(B1, A1, A2))).isEqualTo("-23");
        assertThat(table(List.of(A1, B1), List.of(B1, A1))).isEqualTo("-23");
    }

    @Test
    void anotherOrderWithinAKeyIsTheSameMultisetOfAStreamOnly() {
        assertThat(stream(List.of(A1, A2), List.of(A2, A1))).isEqualTo("--3");
        assertThat(table(List.of(A1, A2), List.of(A2, A1))).isEqualTo("---");
    }

    @Test
    void otherChangesToTheSameEndAreTheSameStateOfATableOnly() {
        assertThat(table(List.of(A1, A2), List.of(A2))).isEqualTo("--3");
        assertThat(stream(List.of(A1, A2), List.of(A2))).isEqualTo("---");
        assertThat(table(List.of(B1), List.of(A1, B1, A_GONE))).isEqualTo("--3");
        assertThat(table(List.of(B1), List.of(A1, B1))).isEqualTo("---");
    }

    @Test
    void aMultisetCountsItsMembers() {
        assertThat(stream(List.of(A1, A2, A1), List.of(A2, A1, A1))).isEqualTo("--3");
        assertThat(stream(List.of(A1, A2, A1), List.of(A2, A1, A2))).isEqualTo("---");
    }

    @Test
    void windowsArePartsOfKeys() {
        CaseRecord first = found("\"a\"", "1", 0L, new CaseWindow(0, 10, false));
        CaseRecord second = found("\"a\"", "2", 0L, new CaseWindow(10, 20, false));
        assertThat(table(List.of(first, second), List.of(second, first))).isEqualTo("-23");
        assertThat(table(List.of(first), List.of(A1))).isEqualTo("---");
        assertThat(table(List.of(A1), List.of(first))).isEqualTo("---");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1                   | 1.0                  | true
            1                   | 1.0000005            | true
            1                   | 1.00001              | false
            "1.50"              | 1.50                 | true
            "1.5"               | 1.50                 | false
            {"A": 1}            | {"a": 1}             | true
            {"A": 1, "B": null} | {"A": 1}             | true
            {"A": 1}            | {"A": 1, "B": null}  | true
            {"A": 1}            | {"A": 1, "B": 2}     | false
            {"A": 1, "B": 2}    | {"A": 1}             | false
            [1, 2]              | [1, 2]               | true
            [1, 2]              | [2, 1]               | false
            [1, 2]              | [1, 2, 3]            | false
            null                | null                 | true
            null                | 0                    | false
            "x"                 | "X"                  | false
            """)
    void valuesAreComparedAsTheLanguageMeansThem(String expected, String actual, boolean same) {
        assertThat(stream(List.of(wanted("1", expected)), List.of(found("1", actual))))
                .isEqualTo(same ? "123" : "---");
    }

    @Test
    void timesAndHeadersCountWhereTheCaseTellsThem() {
        assertThat(stream(List.of(wanted("1", "2")), List.of(found("1", "2", 99L, null))))
                .isEqualTo("123");
        assertThat(stream(List.of(found("1", "2", 98L, null)), List.of(found("1", "2", 99L, null))))
                .isEqualTo("---");
        CaseRecord headers = new CaseRecord(
                "t", json("1"), json("2"), Optional.empty(), Optional.empty(), Optional.of(json("[{\"KEY\": \"h\"}]")));
        assertThat(stream(List.of(headers), List.of(found("1", "2")))).isEqualTo("---");
    }

    @Test
    void theFirstDifferenceIsTold() {
        assertThat(Comparison.compare("t", List.of(A1, A2), List.of(A1, B1), false)
                        .error())
                .contains("t, record 2: expected {key \"a\", value 2, timestamp 0} but got"
                        + " {key \"b\", value 1, timestamp 0}");
        assertThat(Comparison.compare("t", List.of(A1), List.of(), false).error())
                .contains("t, record 1: missing {key \"a\", value 1, timestamp 0}");
        assertThat(Comparison.compare("t", List.of(), List.of(A1), false).error())
                .contains("t, record 1: not expected {key \"a\", value 1, timestamp 0}");
        assertThat(Comparison.compare("t", List.of(A1), List.of(A1), false).error())
                .isEmpty();
    }
}
