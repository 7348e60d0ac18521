package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.FunctionEntity;
import io.nrtstreams.analytics.sql.entity.FunctionEntity.Argument;
import io.nrtstreams.analytics.sql.entity.FunctionEntity.Overload;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.tree.Statement.DescribeFunction;
import java.util.List;
import java.util.Optional;

/** DESCRIBE FUNCTION. */
final class FunctionDescriptions {

    private final FunctionRegistry functions;

    FunctionDescriptions(FunctionRegistry functions) {
        this.functions = functions;
    }

    Entity of(DescribeFunction describe, String text) {
        FunctionDescription function = Optional.of(Prediction.describe())
                .filter(prediction -> Prediction.is(describe.name()))
                .or(() -> functions.describe(describe.name()))
                .orElseThrow(() -> new SqlException(
                        describe.position(),
                        "There is no function " + describe.name() + "."
                                + Suggestions.didYouMean(
                                        describe.name(),
                                        functions.functions().stream()
                                                .map(FunctionDescription::name)
                                                .toList())
                                + " SHOW FUNCTIONS lists them."));
        return new FunctionEntity.Description(
                text,
                function.name(),
                function.description(),
                function.author(),
                function.version(),
                function.origin().isEmpty() ? "internal" : function.origin(),
                function.signatures().stream()
                        .map(FunctionDescriptions::overload)
                        .toList(),
                function.kind().name(),
                function.examples(),
                List.of());
    }

    private static Overload overload(FunctionDescription.Signature signature) {
        return new Overload(
                signature.parameters().stream()
                        .map(one -> new Argument(one.name(), one.type(), one.description(), one.variadic()))
                        .toList(),
                signature.result(),
                signature.description());
    }
}
