package io.nrtstreams.analytics.model;

import io.nrtstreams.analytics.batch.Lake;
import io.nrtstreams.analytics.config.Settings;
import io.nrtstreams.analytics.result.Axis;
import io.nrtstreams.analytics.result.Series;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of values over time as declared.
 *
 * @param name the name
 * @param subject what the heading calls it
 * @param sql a SELECT with the columns {@code line} (text), {@code epoch_second} and {@code value}
 * @param y the quantity
 * @param offset the offset from UTC in which the time axis is labelled
 */
public record ChartDefinition(String name, String subject, String sql, Axis y, ZoneOffset offset) {
    /** How many points a chart has at most; the rest is left out, the earliest of all lines kept. */
    static final int POINTS = 5000;

    /** The chart; what is wrong with its keys is noted among the problems of {@code settings}. */
    public static ChartDefinition parse(Settings settings) {
        ChartDefinition chart = new ChartDefinition(
                settings.name(),
                settings.required("subject"),
                settings.sql(),
                new Axis(
                        settings.required("y.title"),
                        settings.optional("y.unit").orElse("")),
                settings.parsed("utc.offset", ZoneOffset.UTC, ChartDefinition::offset));
        settings.refuseUnknown();
        return chart;
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected an offset from UTC such as -08:00", e);
        }
    }

    /**
     * The lines of the chart from what its SQL finds in {@code lake}.
     *
     * @throws IllegalStateException if there is no row yet
     */
    public Series series(Lake lake) {
        Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
        lake.query(sql)
                .selectExpr("CAST(line AS STRING)", "CAST(epoch_second AS DOUBLE)", "CAST(value AS DOUBLE)")
                .na()
                .drop()
                .orderBy("epoch_second", "line")
                .limit(POINTS)
                .orderBy("line", "epoch_second")
                .collectAsList()
                .forEach(row -> lines.computeIfAbsent(row.getString(0), line -> new ArrayList<>())
                        .add(new Series.Point(row.getDouble(1), row.getDouble(2))));
        if (lines.isEmpty()) {
            throw new IllegalStateException("the SQL of the chart gives no row yet: let data come in first");
        }
        List<Series.Line> drawn = lines.entrySet().stream()
                .map(line -> new Series.Line(line.getKey(), List.copyOf(line.getValue())))
                .toList();
        return new Series(name, subject, y, offset, drawn);
    }
}
