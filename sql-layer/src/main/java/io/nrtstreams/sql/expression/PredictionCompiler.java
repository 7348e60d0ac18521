package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.model.Model;
import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;

/** PREDICT. */
final class PredictionCompiler {

    private final Compilation compilation;
    private final Models models;

    PredictionCompiler(Compilation compilation, Models models) {
        this.compilation = compilation;
        this.models = models;
    }

    Compiled compile(FunctionCall call, Variables variables) {
        String name = Prediction.model(call)
                .orElseThrow(() -> new SqlException(
                        call.position(),
                        "The first argument of PREDICT is the name of a model, without quotes or a dot:"
                                + " PREDICT(model, feature, …)."));
        NamedModel named = models.require(call.arguments().get(0).position(), name);
        List<String> features = named.model().describe().features();
        List<Expression> arguments =
                call.arguments().subList(1, call.arguments().size());
        if (arguments.size() != features.size()) {
            throw new SqlException(
                    call.position(),
                    "The model " + name + " has the features " + String.join(", ", features) + ", and PREDICT gives "
                            + arguments.size() + " instead of " + features.size() + ". Write PREDICT(" + name + ", "
                            + String.join(", ", features) + ").");
        }
        Evaluator[] numbers = new Evaluator[arguments.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(arguments.get(i), features.get(i), name, variables);
        }
        return Compiled.of(SqlTypes.DOUBLE, evaluator(named.model(), numbers));
    }

    private Evaluator number(Expression argument, String feature, String model, Variables variables) {
        Compiled compiled = compilation.compile(argument, variables);
        if (compiled.type().isEmpty()) {
            return Evaluator.NULL;
        }
        SqlType type = compiled.type().get();
        if (!type.isNumeric()) {
            throw new SqlException(
                    argument.position(),
                    "The feature " + feature + " of the model " + model + " is a number, and this is of type " + type
                            + ". Convert it with CAST.");
        }
        Conversion conversion =
                type.equals(SqlTypes.DOUBLE) ? Conversion.NONE : Coercion.implicit(type, SqlTypes.DOUBLE);
        return compiled.evaluator().then(conversion);
    }

    private static Evaluator evaluator(Model model, Evaluator[] numbers) {
        return (row, frame) -> {
            double[] features = new double[numbers.length];
            for (int i = 0; i < features.length; i++) {
                Object value = numbers[i].evaluate(row, frame);
                if (value == null) {
                    return null;
                }
                features[i] = (Double) value;
            }
            return model.predict(features);
        };
    }
}
