package io.nrtstreams.sql.model;

import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionDescription.Parameter;
import io.nrtstreams.sql.function.FunctionDescription.Signature;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * PREDICT, which looks like a function and whose first argument is the name of a model: as an identifier, or as a text that is
 * the exact name, which is how plans have it.
 */
public final class Prediction {

    public static final String NAME = "PREDICT";

    private static final FunctionDescription DESCRIPTION = new FunctionDescription(
            NAME,
            List.of(),
            FunctionKind.SCALAR,
            "MODEL",
            "What a model that CREATE MODEL fitted expects the label to be. NULL when a feature is.",
            List.of(),
            "",
            "",
            "",
            List.of(new Signature(
                    NAME + "(model, DOUBLE...)",
                    "",
                    List.of(
                            new Parameter("model", "a name", "the model's name, without quotes", false),
                            new Parameter(
                                    "features",
                                    "DOUBLE",
                                    "a number for each feature, in the order of SHOW MODELS",
                                    true)),
                    "DOUBLE")));

    private Prediction() {}

    /** As SHOW FUNCTIONS and DESCRIBE FUNCTION tell it. */
    public static FunctionDescription describe() {
        return DESCRIPTION;
    }

    public static boolean is(String function) {
        return function.toUpperCase(Locale.ROOT).equals(NAME);
    }

    /** The model that an expression asks; empty when it is no prediction, or names none. */
    public static Optional<String> model(Expression expression) {
        if (!(expression instanceof FunctionCall call)
                || !is(call.name())
                || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expression first = call.arguments().get(0);
        if (first instanceof Expression.ColumnReference name && name.source().isEmpty()) {
            return Optional.of(name.name());
        }
        return first instanceof Expression.Literal literal && literal.value() instanceof String name
                ? Optional.of(name)
                : Optional.empty();
    }
}
