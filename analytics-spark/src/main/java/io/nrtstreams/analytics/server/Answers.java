package io.nrtstreams.analytics.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.analytics.result.Fit;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.Outcome;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.RegressionResult;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.result.TableRows;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON of the server's answers. Key names are a contract: they may be added to, never changed. */
final class Answers {
    private Answers() {}

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode of(Backend.Health health) {
        ObjectNode json = object().put("ok", health.ok());
        texts(json.putArray("reasons"), health.reasons());
        return json;
    }

    static ObjectNode queries(List<QueryFigures> queries) {
        ObjectNode json = object();
        queries.forEach(query -> json.set(query.name(), of(query)));
        return json;
    }

    private static ObjectNode of(QueryFigures query) {
        ObjectNode json = object().put("state", query.state().name().toLowerCase(Locale.ROOT));
        texts(json.putArray("sources"), query.sources());
        json.put("sink", query.sink())
                .put("restarts", query.restarts())
                .put("rows", query.inputRows())
                .put("batches", query.batches());
        spread(json, "last_batch_ms", query.batchMillis());
        spread(json, "end_to_end_ms", query.endToEndMillis());
        query.failure().ifPresent(failure -> json.put("exception", failure));
        return json;
    }

    private static void spread(ObjectNode json, String prefix, Optional<Spread> spread) {
        json.put(prefix + "_p50", spread.map(Spread::p50).orElse(null));
        json.put(prefix + "_p95", spread.map(Spread::p95).orElse(null));
        json.put(prefix + "_samples", spread.map(Spread::samples).orElse(0));
    }

    static ObjectNode of(TableRows rows) {
        ObjectNode json = object().put("name", rows.name()).put("keys", rows.keys());
        texts(json.putArray("columns"), rows.columns());
        ArrayNode array = json.putArray("rows");
        rows.rows().forEach(row -> row.forEach(array.addArray()::addPOJO));
        return json;
    }

    static ObjectNode names(Collection<String> tables) {
        ObjectNode json = object();
        texts(json.putArray("tables"), tables);
        return json;
    }

    static ObjectNode drained(List<String> laggards) {
        ObjectNode json = object().put("drained", laggards.isEmpty());
        texts(json.putArray("laggards"), laggards);
        return json;
    }

    static ObjectNode of(Backend.Report report) {
        ObjectNode json = object().put("page", report.page().toString());
        json.set("queries", queries(report.queries()));
        json.set("regressions", regressions(report.answers()));
        ObjectNode tables = json.putObject("tables");
        report.answers().tables().forEach((name, count) -> tables.set(name, count(count)));
        ObjectNode charts = json.putObject("charts");
        report.answers()
                .series()
                .forEach(series -> charts.set(
                        series.name(),
                        series.fold(ready -> object().put("lines", ready.lines().size()), Answers::absent)));
        return json;
    }

    private static ObjectNode count(Outcome<Long> count) {
        return count.fold(rows -> object().put("rows", rows), Answers::absent);
    }

    private static ObjectNode regressions(LakeAnswers answers) {
        ObjectNode json = object();
        answers.regressions().forEach(outcome -> json.set(outcome.name(), outcome.fold(Answers::of, Answers::absent)));
        return json;
    }

    private static ObjectNode absent(String reason) {
        return object().put("exception", reason);
    }

    /** R², RMSE and MSE at the top are those of the test rows. */
    private static ObjectNode of(RegressionResult result) {
        ObjectNode json = object().put("formula", result.formula())
                .put("train_rows", result.train().rows())
                .put("test_rows", result.test().rows());
        fit(json, result.test());
        fit(json.putObject("train"), result.train());
        ObjectNode coefficients = json.putObject("coefficients");
        result.coefficients().forEach(coefficients::put);
        return json;
    }

    private static void fit(ObjectNode json, Fit fit) {
        json.put("r2", fit.r2()).put("rmse", fit.rmse()).put("mse", fit.mse());
    }

    static ObjectNode error(String message) {
        return object().put("error", message);
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
