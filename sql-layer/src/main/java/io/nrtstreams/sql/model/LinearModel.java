package io.nrtstreams.sql.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An intercept and coefficients. */
final class LinearModel implements Model {

    private final ModelDescription description;
    private final double[] coefficients;

    LinearModel(ModelDescription description) {
        this.description = description;
        this.coefficients = description.coefficients().stream()
                .mapToDouble(ModelDescription.Coefficient::value)
                .toArray();
    }

    @Override
    public ModelDescription describe() {
        return description;
    }

    @Override
    public double predict(double... features) {
        if (features.length != coefficients.length) {
            throw new IllegalArgumentException("the model has " + coefficients.length + " features, not "
                    + features.length + ": " + String.join(", ", description.features()));
        }
        double sum = description.intercept();
        for (int i = 0; i < features.length; i++) {
            sum += coefficients[i] * features[i];
        }
        return sum;
    }

    @Override
    public String toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", description.type())
                .put("label", description.label())
                .put("intercept", description.intercept());
        ObjectNode byFeature = json.putObject("coefficients");
        description.coefficients().forEach(each -> byFeature.put(each.feature(), each.value()));
        ModelDescription.Fit fit = description.fit();
        return json.put("rows", fit.rows())
                .put("r2", fit.r2())
                .put("mse", fit.mse())
                .put("rmse", fit.rmse())
                .toString();
    }

    /** Equal models predict the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearModel model && model.description.equals(description);
    }

    @Override
    public int hashCode() {
        return description.hashCode();
    }

    static LinearModel read(JsonNode json) {
        List<ModelDescription.Coefficient> coefficients = new ArrayList<>();
        JsonNode byFeature = field(json, "coefficients");
        for (Map.Entry<String, JsonNode> entry : byFeature.properties()) {
            coefficients.add(new ModelDescription.Coefficient(entry.getKey(), number(byFeature, entry.getKey())));
        }
        ModelDescription.Fit fit =
                new ModelDescription.Fit((long) number(json, "rows"), number(json, "r2"), number(json, "mse"));
        return new LinearModel(new ModelDescription(
                LinearRegression.NAME, field(json, "label").asText(), number(json, "intercept"), coefficients, fit));
    }

    private static double number(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.isNumber()) {
            throw new SqlException("the stored model is damaged: " + name + " is not a number");
        }
        return value.doubleValue();
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new SqlException("the stored model is damaged: it has no " + name);
        }
        return value;
    }
}
