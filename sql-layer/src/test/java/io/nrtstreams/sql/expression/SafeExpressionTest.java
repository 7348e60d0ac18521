package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeExpressionTest {

    private final List<ProcessingLog.Entry> entries = new ArrayList<>();

    @Test
    void givesTheValueAndLogsNothing() {
        assertThat(safe("I + 1").evaluate(SampleRow.ROW)).isEqualTo(8);
        assertThat(safe("I > 1").isTrue(SampleRow.ROW)).isTrue();
        assertThat(safe("NB").isTrue(SampleRow.ROW)).isFalse();
        assertThat(entries).isEmpty();
    }

    @Test
    void givesNullAndLogsTheRecordWhenTheExpressionFails() {
        assertThat(safe("I / ZERO").evaluate(SampleRow.ROW)).isNull();

        assertThat(entries)
                .containsExactly(new ProcessingLog.Entry(
                        "Q1", "project", ProcessingLog.Kind.EXPRESSION, SampleRow.ROW.origin(), "I / ZERO: / by zero"));
    }

    @Test
    void isNotTrueWhenTheConditionFails() {
        assertThat(safe("I / ZERO = 1").isTrue(SampleRow.ROW)).isFalse();
        assertThat(entries).hasSize(1);
    }

    @Test
    void logsThePartsThatBecameNull() {
        assertThat(safe("ARRAY[I, I / ZERO, CAST(S AS INT)]").evaluate(SampleRow.ROW))
                .hasToString("[7, null, null]");
        assertThat(entries)
                .extracting(ProcessingLog.Entry::reason)
                .containsExactly(
                        "ARRAY[I, I / ZERO, CAST(S AS INT)]: / by zero",
                        "ARRAY[I, I / ZERO, CAST(S AS INT)]: the text is no INTEGER");
    }

    @Test
    void tellsOfForeignFailuresOnlyTheirKindSinceTheirMessagesMayHoldData() {
        assertThat(safe("FAILS(FALSE)").evaluate(SampleRow.ROW)).isNull();
        assertThat(entries)
                .extracting(ProcessingLog.Entry::reason)
                .containsExactly("FAILS(FALSE): UnsupportedOperationException");
    }

    private SafeExpression safe(String sql) {
        return new SafeExpression(SampleRow.compile(sql), sql, entries::add, "Q1", "project");
    }
}
