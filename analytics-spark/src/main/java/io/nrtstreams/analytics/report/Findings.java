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
        if (r2 <= 0) {
            return features + " explains nothing of " + label + ": the mean predicts new rows as well or better";
        }
        return features + " explains " + Numbers.percent(r2) + " of the variation in " + label;
    }

    /** E.g. {@code Load over a week: highest 3,240 MW on Thu …, lowest 1,890 MW on …}. */
    static String of(Series series) {
        List<Series.Point> points =
                series.lines().stream().flatMap(line -> line.points().stream()).toList();
        Comparator<Series.Point> byValue = Comparator.comparingDouble(Series.Point::value);
        Series.Point highest = points.stream().max(byValue).orElseThrow();
        Series.Point lowest = points.stream().min(byValue).orElseThrow();
        return series.subject() + ": highest " + at(series, highest) + ", lowest " + at(series, lowest);
    }

    private static String at(Series series, Series.Point point) {
        return (Numbers.significant(point.value(), 4) + " " + series.y().unit()).strip() + " at "
                + TimeTicks.inWords(point.epochSecond(), series.offset());
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
        return Numbers.count(missing) + " records are missing and " + Numbers.count(doubled) + " doubled";
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
