package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values made of others. A part that fails is null and reported; the others keep their values. */
final class Constructors {

    private Constructors() {}

    static Compiled array(SqlType.Array type, List<Compiled> elements) {
        Evaluator[] evaluators = evaluators(elements);
        return Compiled.of(type, (row, frame) -> {
            List<@Nullable Object> values = new ArrayList<>(evaluators.length);
            for (Evaluator evaluator : evaluators) {
                values.add(part(evaluator, row, frame));
            }
            return values;
        });
    }

    static Compiled map(SqlType.Map type, List<Compiled> keys, List<Compiled> values) {
        Evaluator[] keyEvaluators = evaluators(keys);
        Evaluator[] valueEvaluators = evaluators(values);
        return Compiled.of(type, (row, frame) -> {
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            for (int i = 0; i < keyEvaluators.length; i++) {
                entries.put(part(keyEvaluators[i], row, frame), part(valueEvaluators[i], row, frame));
            }
            return entries;
        });
    }

    static Compiled struct(SqlType.Struct type, List<Compiled> fields) {
        Evaluator[] evaluators = evaluators(fields);
        return Compiled.of(type, (row, frame) -> {
            @Nullable Object[] values = new Object[evaluators.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = part(evaluators[i], row, frame);
            }
            return new StructValue(type, values);
        });
    }

    private static @Nullable Object part(Evaluator evaluator, Row row, Frame frame) {
        try {
            return evaluator.evaluate(row, frame);
        } catch (RuntimeException e) {
            frame.failures().add(row, e);
            return null;
        }
    }

    private static Evaluator[] evaluators(List<Compiled> parts) {
        return parts.stream().map(Compiled::evaluator).toArray(Evaluator[]::new);
    }
}
