package io.nrtstreams.analytics.model;

import io.nrtstreams.analytics.config.Settings;
import io.nrtstreams.analytics.result.Axis;

/**
 * A linear regression as declared.
 *
 * @param name the name
 * @param sql the SELECT whose rows it is fitted on
 * @param formula label and features as in R, e.g. {@code load_mw ~ temp_f + hour}; text columns become one column a
 *     value, the last in alphabetical order left out
 * @param features what the features are called in a sentence, e.g. {@code temperature alone}
 * @param train the share of the rows it is fitted on, the rest tests it; 1 fits and tests on all rows
 * @param seed of the split, which is the same for the same rows
 * @param label the predicted quantity
 * @param xColumn the feature drawn on the x axis
 * @param x that feature's name and unit
 */
public record ModelDefinition(
        String name,
        String sql,
        String formula,
        String features,
        double train,
        long seed,
        Axis label,
        String xColumn,
        Axis x) {

    /** The model; what is wrong with its keys is noted among the problems of {@code settings}. */
    public static ModelDefinition parse(Settings settings) {
        ModelDefinition model = new ModelDefinition(
                settings.name(),
                settings.sql(),
                settings.parsed("formula", "", ModelDefinition::formula),
                settings.required("features"),
                settings.parsed("split.train", 0.7, ModelDefinition::share),
                settings.parsed("split.seed", 42L, ModelDefinition::seed),
                axis(settings, "label"),
                settings.required("x.column"),
                axis(settings, "x"));
        settings.required("formula");
        settings.refuseUnknown();
        return model;
    }

    private static Axis axis(Settings settings, String prefix) {
        return new Axis(
                settings.required(prefix + ".title"),
                settings.optional(prefix + ".unit").orElse(""));
    }

    private static String formula(String text) {
        if (!text.matches("\\s*\\w+\\s*~.+")) {
            throw new IllegalArgumentException("expected a formula such as: load_mw ~ temp_f + hour");
        }
        return text;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number, such as 42", e);
        }
    }

    private static double share(String text) {
        double share = text.matches("[0-9]*\\.?[0-9]+") ? Double.parseDouble(text) : Double.NaN;
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share of the rows above 0 and up to 1, such as 0.7");
        }
        return share;
    }

    /** The column that is predicted. */
    String labelColumn() {
        return formula.substring(0, formula.indexOf('~')).strip();
    }
}
