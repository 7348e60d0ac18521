package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.model.ModelDescription;
import java.math.BigDecimal;
import java.math.MathContext;

/** A model for people. */
final class ModelText {

    private static final MathContext DIGITS = new MathContext(6);

    private ModelText() {}

    /** Such as {@code KWH = 1.5 + 0.25 * CELSIUS - 2.0 * HOUR}. */
    static String formula(ModelDescription model) {
        StringBuilder text = new StringBuilder(model.label()).append(" = ").append(number(model.intercept()));
        for (ModelDescription.Coefficient each : model.coefficients()) {
            text.append(each.value() < 0 ? " - " : " + ")
                    .append(number(Math.abs(each.value())))
                    .append(" * ")
                    .append(each.feature());
        }
        return text.toString();
    }

    /** With six digits, which is more than a fit tells. */
    static String number(double value) {
        return Double.toString(
                Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS).doubleValue() : value);
    }
}
