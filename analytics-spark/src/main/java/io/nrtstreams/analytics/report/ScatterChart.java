package io.nrtstreams.analytics.report;

import io.nrtstreams.analytics.result.Axis;
import io.nrtstreams.analytics.result.Observation;
import io.nrtstreams.analytics.result.RegressionResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Clouds of points: what was observed over a feature with the fitted line, and predicted against actual. */
final class ScatterChart {
    private ScatterChart() {}

    /** The label over the feature of the x axis; the fitted line where the model is one. */
    static String overFeature(RegressionResult result) {
        List<Observation> points = result.observations();
        Plot plot = new Plot(
                Plot.HALF, result.label().label() + " over " + result.x().label() + ", " + points.size() + " points");
        Scale x = plot.across(least(points, Observation::x), greatest(points, Observation::x));
        Scale y = Plot.up(least(points, Observation::actual), greatest(points, Observation::actual));
        plot.yAxis(y, result.label()).xAxis(x, result.x());
        points.forEach(point -> plot.svg().dot("point", x.at(point.x()), y.at(point.actual()), 2.6));
        if (result.isLine()) {
            line(plot.svg(), result, x, y);
        } else {
            points.forEach(point -> plot.svg().dot("point second", x.at(point.x()), y.at(point.predicted()), 2.2));
        }
        return plot.svg().toString();
    }

    private static void line(Svg svg, RegressionResult result, Scale x, Scale y) {
        List<Double> terms = List.copyOf(result.coefficients().values());
        double left = least(result.observations(), Observation::x);
        double right = greatest(result.observations(), Observation::x);
        double slope = terms.get(1);
        double intercept = terms.get(0);
        svg.line("fit", x.at(left), y.at(intercept + slope * left), x.at(right), y.at(intercept + slope * right));
    }

    /** Predicted over actual; on the diagonal the two are equal. */
    static String predictedOverActual(RegressionResult result) {
        List<Observation> points = result.observations();
        double low = Math.min(least(points, Observation::actual), least(points, Observation::predicted));
        double high = Math.max(greatest(points, Observation::actual), greatest(points, Observation::predicted));
        Axis label = result.label();
        Plot plot = new Plot(Plot.HALF, "Predicted over actual " + label.label() + ", " + points.size() + " test rows");
        Scale x = plot.across(low, high);
        Scale y = Plot.up(low, high);
        plot.yAxis(y, new Axis("predicted " + label.title(), label.unit()))
                .xAxis(x, new Axis("actual " + label.title(), label.unit()));
        plot.svg().line("diagonal", x.at(low), y.at(low), x.at(high), y.at(high));
        points.forEach(point -> plot.svg().dot("point", x.at(point.actual()), y.at(point.predicted()), 2.6));
        return plot.svg().toString();
    }

    private static double least(List<Observation> points, ToDoubleFunction<Observation> value) {
        return points.stream().mapToDouble(value).min().orElse(0);
    }

    private static double greatest(List<Observation> points, ToDoubleFunction<Observation> value) {
        return points.stream().mapToDouble(value).max().orElse(1);
    }
}
