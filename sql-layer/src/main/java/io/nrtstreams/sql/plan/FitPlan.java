package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.model.ModelType;
import io.nrtstreams.sql.model.Training;
import java.util.List;
import java.util.Map;

/**
 * A model to be fitted. The label and the features are value columns of the query's root, which has no others, and numbers.
 *
 * @param properties of CREATE MODEL besides TYPE and LABEL
 */
public record FitPlan(
        QueryPlan query, ModelType type, String label, List<String> features, Map<String, String> properties) {

    public FitPlan {
        features = List.copyOf(features);
        properties = Map.copyOf(properties);
    }

    /** Begins to fit the model. */
    public Training training() {
        return type.training(label, features, properties);
    }
}
