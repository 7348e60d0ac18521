package io.nrtstreams.analytics.report;

import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.RegressionResult;
import io.nrtstreams.analytics.result.Series;
import io.nrtstreams.analytics.result.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Headings that say what a section shows, made from its figures alone. */
final class Findings {
    private Findings() {}

    /** E.g. {@code Temperature alone explains 1.6 % of the electricity load}. */
    static String of(RegressionResult result) {
        String features = capital(result.features());
        String label = result.label().title();
        double r2 = result.test().r2();
        if (Double.isNaN(r2)) {
            return capital(label) + " does not vary among the test rows, so there is nothing to explain";
        }
        if (r2 <= 0) {
            return features + " explains nothing of " + label + ": the mean predicts new rows as well or better";
        }
        return features + " explains " + Numbers.percent(r2) + " of the variation in " + label;
    }

    /**
     * One line by its extremes, e.g. {@code Load over a week: highest 3,240 MW at Thu …, lowest 1,890 MW at …}; several
     * by their means, as what tells them apart is more than one moment of one of them.
     */
    static String of(Series series) {
        return series.lines().size() == 1 ? ofExtremes(series) : ofMeans(series);
    }

    private static String ofMeans(Series series) {
        Comparator<Series.Line> byMean = Comparator.comparingDouble(Findings::mean);
        Series.Line highest = series.lines().stream().max(byMean).orElseThrow();
        Series.Line lowest = series.lines().stream().min(byMean).orElseThrow();
        return series.subject() + ": highest on average is " + highest.label() + " with "
                + amount(series, mean(highest)) + ", lowest is " + lowest.label() + " with "
                + amount(series, mean(lowest));
    }

    private static double mean(Series.Line line) {
        return line.points().stream().mapToDouble(Series.Point::value).average().orElse(Double.NaN);
    }

    private static String ofExtremes(Series series) {
        List<Series.Point> points = series.lines().get(0).points();
        Comparator<Series.Point> byValue = Comparator.comparingDouble(Series.Point::value);
        Series.Point highest = points.stream().max(byValue).orElseThrow();
        Series.Point lowest = points.stream().min(byValue).orElseThrow();
        return series.subject() + ": highest " + at(series, highest) + ", lowest " + at(series, lowest);
    }

    private static String at(Series series, Series.Point point) {
        return amount(series, point.value()) + " at " + TimeTicks.inWords(point.epochSecond(), series.offset());
    }

    private static String amount(Series series, double value) {
        return (Numbers.significant(value, 4) + " " + series.y().unit()).strip();
    }

    /** E.g. {@code Nothing is missing and nothing doubled in 12,345 stored records}. */
    static String of(Audit audit) {
        long stored = audit.feeds().stream().mapToLong(Audit.Feed::stored).sum();
        if (audit.feeds().isEmpty()) {
            return "No audit was handed in";
        }
        if (audit.isClean()) {
            return "Nothing is missing and nothing doubled among " + Numbers.count(stored) + " stored records";
        }
        long missing = audit.feeds().stream().mapToLong(Audit.Feed::missing).sum();
        long doubled = audit.feeds().stream().mapToLong(Audit.Feed::doubled).sum();
        if (missing == 0 && doubled == 0) {
            int amiss = audit.findings().size();
            return "Nothing is missing and nothing doubled, but the audit found " + Numbers.count(amiss)
                    + (amiss == 1 ? " thing amiss" : " things amiss");
        }
        return Numbers.count(missing) + " records are missing and " + Numbers.count(doubled) + " doubled";
    }

    /** E.g. {@code The cleaning let none of 123 planted defects through, and harmed none of 4,567 good records}. */
    static String ofCleaning(List<Audit.Cleaning> scores) {
        long planted = 0;
        long missed = 0;
        for (Audit.Kind kind : scores.stream()
                .flatMap(score -> score.kinds().stream())
                .filter(Audit.Kind::visible)
                .toList()) {
            planted += kind.planted();
            missed += kind.missed();
        }
        long good = scores.stream().mapToLong(Audit.Cleaning::good).sum();
        long harmed = scores.stream().mapToLong(Audit.Cleaning::harmed).sum();
        return "The cleaning let " + noneOr(missed) + " of " + Numbers.count(planted)
                + " planted defects through, and harmed " + noneOr(harmed) + " of " + Numbers.count(good)
                + " good records";
    }

    private static String noneOr(long count) {
        return count == 0 ? "none" : Numbers.count(count);
    }

    /** E.g. {@code Answers follow their newest record within 1.2 s in 95 of 100 cases}. */
    static String ofLatency(List<QueryFigures> queries) {
        Optional<Spread> worst = queries.stream()
                .flatMap(query -> query.endToEndMillis().stream())
                .max(Comparator.comparingLong(Spread::p95));
        return worst.map(spread ->
                        "Answers follow their newest record within " + Numbers.significant(spread.p95() / 1000.0, 2)
                                + " s in 95 of 100 cases, for the slowest query")
                .orElse("No answer came after the first batches, so there is no latency to state");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
