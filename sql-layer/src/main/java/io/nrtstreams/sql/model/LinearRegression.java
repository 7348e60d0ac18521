package io.nrtstreams.sql.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A label as the sum of an intercept and of features times coefficients, by ordinary least squares. */
final class LinearRegression implements ModelType {

    static final String NAME = "LINEAR_REGRESSION";

    /** What training remembers grows with the square of the features: 8 MB for so many. */
    static final int MAX_FEATURES = 1_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Training training(String label, List<String> features, Map<String, String> properties) {
        if (!properties.isEmpty()) {
            String unknown = properties.keySet().iterator().next();
            throw new SqlException(NAME + " has no property " + unknown + "."
                    + Suggestions.didYouMean(unknown, List.of("TYPE", "LABEL")) + " It takes TYPE and LABEL only.");
        }
        if (features.isEmpty()) {
            throw new SqlException(
                    "A model needs features: SELECT at least one more column besides the label " + label + ".");
        }
        if (features.size() > MAX_FEATURES) {
            throw new SqlException(
                    NAME + " takes " + MAX_FEATURES + " features at most, not " + features.size() + ". SELECT fewer.");
        }
        Set<String> names = new HashSet<>(Set.of(label));
        for (String feature : features) {
            if (!names.add(feature)) {
                throw new SqlException("The column " + feature + " is there twice. Name each column once.");
            }
        }
        return new LeastSquares(label, features);
    }

    @Override
    public Model read(JsonNode json) {
        return LinearModel.read(json);
    }
}
