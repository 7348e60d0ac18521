package io.nrtstreams.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.result.Axis;
import io.nrtstreams.analytics.result.Fit;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.Observation;
import io.nrtstreams.analytics.result.Outcome;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.QueryState;
import io.nrtstreams.analytics.result.RegressionResult;
import io.nrtstreams.analytics.result.Series;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.result.TableRows;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert('x')</script>";

    private static RegressionResult fitted(double r2, String... terms) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        coefficients.put(RegressionResult.INTERCEPT, 3132.369);
        for (String term : terms) {
            coefficients.put(term, -11.13312);
        }
        return new RegressionResult(
                "load",
                "load_mw ~ temp_f",
                "temperature alone",
                new Axis("Northwest load", "MW"),
                new Axis("temperature", "°F"),
                new Fit(520, 0.0161, 485.08, 235302),
                new Fit(224, r2, 480, 230400),
                coefficients,
                List.of(new Observation(30, 2900, 2800), new Observation(50, 2500, 2600)));
    }

    private static Series series() {
        double begin = Instant.parse("1992-01-13T08:00:00Z").getEpochSecond();
        return new Series(
                "week",
                "Load over a week",
                new Axis("Load", "MW"),
                ZoneOffset.ofHours(-8),
                List.of(new Series.Line(
                        HOSTILE, List.of(new Series.Point(begin, 2054), new Series.Point(begin + 86400, 3210)))));
    }

    private static String page(String audit) throws Exception {
        QueryFigures query = new QueryFigures(
                "by_city",
                List.of("weather"),
                "topic by_city",
                QueryState.FAILED,
                0,
                12000,
                70,
                Optional.of(new Spread(210, 320, 60)),
                Optional.of(new Spread(700, 1240, 60)),
                Optional.of(HOSTILE));
        return ReportPage.html(new ReportData(
                Instant.parse("2026-11-22T12:00:00.5Z"),
                Audit.read(new ObjectMapper().readTree(audit)),
                List.of(query),
                new LakeAnswers(
                        Map.of("lake_weather", new Outcome.Ready<>("lake_weather", 1234L)),
                        List.of(
                                new Outcome.Ready<>("load", fitted(0.0161, "temp_f")),
                                new Outcome.Missing<>("energy", "no rows yet")),
                        List.of(new Outcome.Ready<>("week", series()))),
                List.of(new TableRows("by_city", List.of("city", "n"), List.of(List.of(HOSTILE, 12.34567)), 1))));
    }

    @Test
    void headingsSayWhatWasFound() throws Exception {
        assertThat(page("{\"feeds\":{\"weather\":{\"topic\":\"weather\",\"stored\":12345}},\"objects\":{\"count\":3}}"))
                .contains("<h2>Nothing is missing and nothing doubled among 12,345 stored records</h2>")
                .contains(
                        "<h2>Answers follow their newest record within 1.2 s in 95 of 100 cases, for the slowest query</h2>")
                .contains("<h2>Temperature alone explains 1.6 % of the variation in Northwest load</h2>")
                .contains("<h2>energy has no result</h2><p>no rows yet</p>")
                .contains(
                        "<h2>Load over a week: highest 3,210 MW at Tue 14 Jan 1992 00:00, lowest 2,054 MW at Mon 13 Jan"
                                + " 1992 00:00</h2>");
    }

    @Test
    void aFitThatIsWorseThanTheMeanIsCalledThat() {
        assertThat(Findings.of(fitted(-0.425, "temp_f")))
                .isEqualTo("Temperature alone explains nothing of Northwest load: the mean predicts new rows as well"
                        + " or better");
    }

    @Test
    void whatIsMissingOrDoubledIsInTheHeading() throws Exception {
        assertThat(page("{\"feeds\":{\"weather\":{\"stored\":10,\"missing\":2,\"doubled\":1}},"
                        + "\"audit\":{\"findings\":[\"weather-0: offset 7 is missing\"]}}"))
                .contains("<h2>2 records are missing and 1 doubled</h2>")
                .contains("<p>weather-0: offset 7 is missing</p>");
    }

    @Test
    void axesHaveTitlesAndUnits() throws Exception {
        assertThat(page("{}"))
                .contains(">Temperature (°F)</text>")
                .contains(">Northwest load (MW)</text>")
                .contains(">Predicted Northwest load (MW)</text>")
                .contains(">Time (UTC-8)</text>");
    }

    @Test
    void onlyALineIsDrawnAsOne() {
        assertThat(ScatterChart.overFeature(fitted(0.1, "temp_f"))).contains("class=\"fit\"");
        assertThat(ScatterChart.overFeature(fitted(0.1, "temp_f", "hour_00"))).doesNotContain("class=\"fit\"");
    }

    @Test
    void dataCannotBecomeMarkupAndNothingIsLoadedFromElsewhere() throws Exception {
        assertThat(page("{}")).doesNotContain("<script").doesNotContain("http").contains("&lt;script&gt;alert(");
    }

    @Test
    void everyPictureIsWellFormedAndHasATextInItsPlace() throws Exception {
        for (String svg : List.of(
                LineChart.of(series()),
                ScatterChart.overFeature(fitted(0.1, "temp_f")),
                ScatterChart.predictedOverActual(fitted(0.1, "temp_f")))) {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getAttribute("aria-label")).isNotBlank();
        }
    }
}
