package io.nrtstreams.analytics.report;

import io.nrtstreams.analytics.result.Fit;
import io.nrtstreams.analytics.result.Outcome;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.RegressionResult;
import io.nrtstreams.analytics.result.Series;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.result.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The report as one HTML page that needs nothing else: styles and pictures are in it, and there are no scripts. */
public final class ReportPage {
    private final ReportData data;
    private final StringBuilder page = new StringBuilder();

    private ReportPage(ReportData data) {
        this.data = data;
    }

    /** The page for {@code data}. */
    public static String html(ReportData data) {
        return new ReportPage(data).write();
    }

    private String write() {
        page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>NRT Streams report</title><style>")
                .append(resource("report.css"))
                .append("</style></head><body><main><h1>NRT Streams report</h1><p class=\"made\">")
                .append(Html.escape(headline()))
                .append("</p>");
        audit();
        cleaning();
        latency();
        data.answers().regressions().forEach(outcome -> shown(outcome, this::regression));
        data.answers().series().forEach(outcome -> shown(outcome, this::series));
        tables();
        lake();
        return page.append("</main></body></html>\n").toString();
    }

    private String headline() {
        String made = DateTimeFormatter.ISO_INSTANT.format(data.made().truncatedTo(ChronoUnit.SECONDS));
        double seconds = data.audit().seconds();
        return seconds > 0 ? made + ", after a run of " + Numbers.significant(seconds, 3) + " s" : made;
    }

    private void section(String heading) {
        page.append("<section><h2>").append(Html.escape(heading)).append("</h2>");
    }

    private void end() {
        page.append("</section>\n");
    }

    private void paragraph(String text) {
        page.append("<p>").append(Html.escape(text)).append("</p>");
    }

    private void figure(String svg, String caption) {
        page.append("<figure>")
                .append(svg)
                .append("<figcaption>")
                .append(Html.escape(caption))
                .append("</figcaption></figure>");
    }

    private void audit() {
        Audit audit = data.audit();
        section(Findings.of(audit));
        if (!audit.feeds().isEmpty()) {
            HtmlTable table = new HtmlTable(
                    "Records by feed",
                    List.of("feed", "topic", "produced", "cleaned", "rejected", "stored", "missing", "doubled"));
            audit.feeds()
                    .forEach(feed -> table.row(List.of(
                            feed.name(),
                            feed.topic(),
                            feed.produced(),
                            feed.cleaned(),
                            feed.rejected(),
                            feed.stored(),
                            feed.missing(),
                            feed.doubled())));
            page.append(table);
            paragraph(Numbers.count(audit.objects()) + " objects with " + Numbers.count(audit.bytes())
                    + " bytes hold them.");
        }
        audit.findings().forEach(this::paragraph);
        end();
    }

    private void cleaning() {
        List<Audit.Cleaning> scores = data.audit().feeds().stream()
                .flatMap(feed -> feed.cleaning().stream())
                .toList();
        if (scores.isEmpty()) {
            return;
        }
        section(Findings.ofCleaning(scores));
        HtmlTable table = new HtmlTable(
                "Planted defects by feed and kind",
                List.of("feed", "defect", "planted", "repaired", "rejected", "dropped", "flagged", "missed", "recall"));
        for (Audit.Feed feed : data.audit().feeds()) {
            feed.cleaning().ifPresent(score -> score.kinds().forEach(kind -> table.row(row(feed.name(), kind))));
        }
        page.append(table);
        paragraph(
                "A defect is repaired where the record came out as it would have without it. Both series were computed"
                        + " again, with and without the defects, and put through the same transforms.");
        end();
    }

    private static List<Object> row(String feed, Audit.Kind kind) {
        return List.of(
                feed,
                kind.visible() ? kind.name() : kind.name() + " (cannot be seen)",
                kind.planted(),
                kind.repaired(),
                kind.rejected(),
                kind.dropped(),
                kind.flagged(),
                kind.missed(),
                Numbers.significant(kind.recall(), 4));
    }

    private void latency() {
        section(Findings.ofLatency(data.queries()));
        HtmlTable table = new HtmlTable(
                "Streaming queries",
                List.of(
                        "query",
                        "state",
                        "rows in",
                        "batches",
                        "of them timed",
                        "batch p50",
                        "batch p95",
                        "end to end p50",
                        "end to end p95",
                        "writes"));
        for (QueryFigures query : data.queries()) {
            table.row(List.of(
                    query.name(),
                    query.state().name().toLowerCase(java.util.Locale.ROOT),
                    query.inputRows(),
                    query.batches(),
                    query.batchMillis().map(Spread::samples).orElse(0),
                    millis(query.batchMillis().map(Spread::p50)),
                    millis(query.batchMillis().map(Spread::p95)),
                    millis(query.endToEndMillis().map(Spread::p50)),
                    millis(query.endToEndMillis().map(Spread::p95)),
                    query.sink()));
        }
        page.append(table);
        paragraph(
                "Batch: one micro-batch with input from its beginning to its commit. End to end: from the Kafka timestamp"
                        + " of the newest record in a result row until that row was seen on its topic. The first batches of"
                        + " every query are left out.");
        data.queries()
                .forEach(
                        query -> query.failure().ifPresent(failure -> paragraph(query.name() + " failed: " + failure)));
        end();
    }

    private static String millis(Optional<Long> value) {
        return value.map(ms -> Numbers.count(ms) + " ms").orElse("–");
    }

    private void regression(RegressionResult result) {
        section(Findings.of(result));
        page.append("<div class=\"pair\">");
        figure(
                ScatterChart.overFeature(result),
                result.isLine()
                        ? "Test rows and the fitted line."
                        : "Test rows as observed (filled) and as predicted (rings).");
        figure(
                ScatterChart.predictedOverActual(result),
                "On the dashed diagonal a prediction is exact. A flat cloud means that the model predicts the mean.");
        page.append("</div>");
        HtmlTable table = new HtmlTable(
                result.formula() + ", ordinary least squares",
                List.of("rows", "count", "R²", "RMSE (" + result.label().unit() + ")", "MSE"));
        fit(table, "fitted on", result.train());
        fit(table, "tested on", result.test());
        page.append(table);
        coefficients(result);
        end();
    }

    private static void fit(HtmlTable table, String rows, Fit fit) {
        table.row(List.of(rows, fit.rows(), fit.r2(), fit.rmse(), fit.mse()));
    }

    private void coefficients(RegressionResult result) {
        HtmlTable table = new HtmlTable("Coefficients", List.of("term", "coefficient"));
        result.coefficients().forEach((term, value) -> table.row(List.of(term, value)));
        page.append("<details><summary>").append(result.coefficients().size()).append(" coefficients</summary>");
        page.append(table).append("</details>");
    }

    private void series(Series series) {
        section(Findings.of(series));
        figure(LineChart.of(series), series.subject() + ", " + series.y().label() + ".");
        end();
    }

    private <T> void shown(Outcome<T> outcome, Consumer<T> section) {
        outcome.fold(
                value -> {
                    section.accept(value);
                    return true;
                },
                reason -> {
                    missing(outcome.name(), reason);
                    return false;
                });
    }

    private void missing(String name, String reason) {
        section(name + " has no result");
        paragraph(reason);
        end();
    }

    private void tables() {
        for (TableRows rows : data.tables()) {
            section(rows.name() + " holds " + Numbers.count(rows.keys()) + " keys");
            HtmlTable table = new HtmlTable(
                    rows.rows().size() < rows.keys()
                            ? "The last " + rows.rows().size() + " keys"
                            : "The latest row of every key",
                    rows.columns());
            rows.rows().forEach(table::row);
            page.append(table);
            end();
        }
    }

    private void lake() {
        section("The lake answers SQL over " + data.answers().tables().size() + " tables");
        HtmlTable table = new HtmlTable("Rows by table", List.of("table", "rows"));
        data.answers()
                .tables()
                .forEach((name, count) -> table.row(List.of(name, count.<Object>fold(rows -> rows, reason -> reason))));
        page.append(table);
        end();
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing: the jar was repacked without its resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
