package io.nrtstreams.sql.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.model.ModelTypes;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelFittingTest {

    private final List<ProcessingLog.Entry> log = new ArrayList<>();

    private ModelFitting fitting(PlanNode root, long limit) {
        FitPlan plan = new FitPlan(
                new QueryPlan("FIT", root, Optional.empty()),
                ModelTypes.builtIn().type("LINEAR_REGRESSION"),
                "Y",
                List.of("X"),
                Map.of());
        return ModelFitting.of(plan, log::add, limit);
    }

    private static Row row(String key, Object... value) {
        return new Row(new Object[] {key}, null, value.length == 0 ? null : value, null, 0, null);
    }

    @Test
    void everyRowOfAStreamCountsAndNoneIsKept() {
        ModelFitting fitting = fitting(Plans.stream("s", "K STRING", "X INTEGER", "Y DOUBLE"), 1);
        fitting.accept(row("a", 1, 10.0));
        fitting.accept(row("a", 2, 20.0));
        fitting.accept(row("a"));
        fitting.accept(row("b", 3, 30.0));
        assertThat(fitting.fit().describe().fit().rows()).isEqualTo(3);
        assertThat(fitting.fit().predict(4)).isCloseTo(40, within(1e-9));
        fitting.accept(row("b", 4, 41.0));
        assertThat(fitting.fit().describe().fit().rows()).isEqualTo(4);
    }

    @Test
    void rowsWithoutNumbersAreCountedAndLogged() {
        for (PlanNode root : List.of(
                Plans.stream("s", "K STRING", "X DOUBLE", "Y DOUBLE"),
                Plans.table("t", "K STRING", "X DOUBLE", "Y DOUBLE"))) {
            log.clear();
            ModelFitting fitting = fitting(root, 10);
            fitting.accept(row("a", 1.0, 10.0));
            fitting.accept(row("b", Double.NaN, 10.0));
            fitting.accept(row("c", 2.0, Double.POSITIVE_INFINITY));
            fitting.accept(row("d", 2.0, null));
            fitting.accept(row("e", 2.0, 20.0));
            assertThat(fitting.fit().describe().fit().rows()).isEqualTo(2);
            assertThat(fitting.leftOut()).isEqualTo(3);
            assertThat(log)
                    .extracting(ProcessingLog.Entry::reason)
                    .containsExactly(
                            "X is not a finite number, so the model is fitted without this row",
                            "Y is not a finite number, so the model is fitted without this row",
                            "Y is NULL, so the model is fitted without this row");
        }
    }

    @Test
    void aTablesRowsAreHeldUpToALimit() {
        ModelFitting fitting = fitting(Plans.table("t", "K STRING", "X DOUBLE", "Y DOUBLE"), 2);
        fitting.accept(row("a", 1.0, 10.0));
        fitting.accept(row("b", 2.0, 20.0));
        fitting.accept(row("a", 3.0, 30.0));
        fitting.accept(row("b"));
        fitting.accept(row("c", 4.0, 40.0));
        assertThatThrownBy(() -> fitting.accept(row("d", 4.0, 40.0)))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "The table has more than 2 rows, which is as many as a fit may hold. Raise the limit, or fit"
                                + " the model to a stream.");
    }

    @Test
    void rowsThatDetermineNoModelAreRefused() {
        ModelFitting fitting = fitting(Plans.stream("s", "K STRING", "X DOUBLE", "Y DOUBLE"), 2);
        assertThatThrownBy(fitting::fit).isInstanceOf(SqlException.class).hasMessageContaining("0 rows");
    }
}
