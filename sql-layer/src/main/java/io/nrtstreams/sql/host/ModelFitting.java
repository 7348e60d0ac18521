package io.nrtstreams.sql.host;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.model.Model;
import io.nrtstreams.sql.model.Training;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a fit's query and fits the model to them. Of a stream every row counts, and none is kept; of a table the
 * last row of each key, so that it holds as many numbers as there are keys times columns. A row whose label or a feature is
 * null or no finite number is left out, counted, and put into the processing log. Single-threaded.
 */
public final class ModelFitting {

    private static final String STEP = "fit";

    private final FitPlan plan;
    private final QueryLog log;
    private final long stateLimit;
    private final boolean table;
    private final int[] places;
    private final Map<StateKey, @Nullable Double[]> rows = new LinkedHashMap<>();
    private final Training stream;
    private long leftOut;

    private ModelFitting(FitPlan plan, QueryLog log, long stateLimit) {
        this.plan = plan;
        this.log = log;
        this.stateLimit = stateLimit;
        this.table = plan.query().root().isTable();
        this.places = places(plan);
        this.stream = plan.training();
    }

    /** A fit at its start, which holds the rows of at most {@link DirectHost#DEFAULT_STATE_LIMIT} keys. */
    public static ModelFitting of(FitPlan plan, ProcessingLog log) {
        return of(plan, log, DirectHost.DEFAULT_STATE_LIMIT);
    }

    /**
     * A fit at its start.
     *
     * @param stateLimit of how many keys of a table the rows are held; one more ends the fit with an SqlException
     */
    public static ModelFitting of(FitPlan plan, ProcessingLog log, long stateLimit) {
        return new ModelFitting(plan, new QueryLog(plan.query().queryId(), log), stateLimit);
    }

    /** The label's place among the value columns, and then those of the features. */
    private static int[] places(FitPlan plan) {
        List<String> names =
                plan.query().root().schema().value().stream().map(Column::name).toList();
        int[] places = new int[plan.features().size() + 1];
        places[0] = names.indexOf(plan.label());
        for (int i = 1; i < places.length; i++) {
            places[i] = names.indexOf(plan.features().get(i - 1));
        }
        return places;
    }

    /**
     * Takes a row of the query.
     *
     * @throws SqlException when a table has more keys than are held
     */
    public void accept(Row row) {
        if (!table) {
            if (row.value() != null) {
                train(stream, numbers(row.value()), row);
            }
            return;
        }
        StateKey key = StateKey.of(row);
        if (row.value() == null) {
            rows.remove(key);
        } else {
            rows.put(key, numbers(row.value()));
            requireRoom();
        }
    }

    private void requireRoom() {
        if (rows.size() > stateLimit) {
            throw new SqlException("The table has more than " + stateLimit
                    + " rows, which is as many as a fit may hold. Raise the limit, or fit the model to a stream.");
        }
    }

    private @Nullable Double[] numbers(@Nullable Object[] values) {
        @Nullable Double[] numbers = new @Nullable Double[places.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[places[i]] instanceof Number number ? (Double) number.doubleValue() : null;
        }
        return numbers;
    }

    private void train(Training training, @Nullable Double[] numbers, @Nullable Row row) {
        for (int i = 0; i < numbers.length; i++) {
            @Nullable Double number = numbers[i];
            if (number == null || !Double.isFinite(number)) {
                leftOut++;
                String column = i == 0 ? plan.label() : plan.features().get(i - 1);
                log.add(
                        STEP,
                        Kind.SKIPPED,
                        row == null ? null : row.origin(),
                        column + " is " + (number == null ? "NULL" : "not a finite number")
                                + ", so the model is fitted without this row");
                return;
            }
        }
        @Nullable Double[] features = new @Nullable Double[numbers.length - 1];
        System.arraycopy(numbers, 1, features, 0, features.length);
        training.add(numbers[0], features);
    }

    /**
     * The model that fits the rows so far; more may follow.
     *
     * @throws SqlException when they determine none
     */
    public Model fit() {
        if (!table) {
            return stream.fit();
        }
        leftOut = 0;
        Training training = plan.training();
        rows.values().forEach(numbers -> train(training, numbers, null));
        return training.fit();
    }

    /** How many rows were left out; of a table, at the last {@link #fit}. */
    public long leftOut() {
        return leftOut;
    }
}
