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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
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
    void theScoreOfTheCleaningIsToldByFeedAndKind() throws Exception {
        assertThat(page("{\"feeds\":{\"energy\":{\"stored\":10,\"cleaning\":{\"good\":1980,\"harmed\":0,\"kinds\":{"
                        + "\"null.token\":{\"visible\":true,\"planted\":20,\"rejected\":19,\"missed\":1,\"recall\":0.95},"
                        + "\"late\":{\"visible\":false,\"planted\":4,\"missed\":4,\"recall\":0}}}}}}"))
                .contains("The cleaning let 1 of 20 planted defects through, and harmed none of 1,980 good records")
                .contains("late (cannot be seen)")
                .contains("0.95");
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

    private static Series houses(String... names) {
        double begin = Instant.parse("2026-11-22T14:19:20Z").getEpochSecond();
        List<Series.Line> lines = new ArrayList<>();
        for (String name : names) {
            double first = 1 + lines.size();
            lines.add(new Series.Line(
                    name, List.of(new Series.Point(begin, first), new Series.Point(begin + 80, first + 0.5))));
        }
        return new Series("houses", "Use by house", new Axis("mean use", "kWh"), ZoneOffset.UTC, lines);
    }

    @Test
    void linesAreToldApartByTheirMeans() {
        assertThat(Findings.of(houses("Pune", "Fullerton", "Los Angeles")))
                .isEqualTo(
                        "Use by house: highest on average is Los Angeles with 3.25 kWh, lowest is Pune with 1.25 kWh");
    }

    @Test
    void aLabelThatDoesNotVaryLeavesNothingToExplain() {
        assertThat(Findings.of(fitted(Double.NaN, "temp_f")))
                .isEqualTo("Northwest load does not vary among the test rows, so there is nothing to explain");
    }

    @Test
    void findingsOtherThanMissingAndDoubledAreInTheHeadingToo() throws Exception {
        assertThat(page("{\"feeds\":{\"weather\":{\"stored\":10}},\"findings\":[\"weather: no object was written\"]}"))
                .contains("<h2>Nothing is missing and nothing doubled, but the audit found 1 thing amiss</h2>")
                .contains("<p>weather: no object was written</p>");
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> texts(Element picture, String style) {
        NodeList all = picture.getElementsByTagName("text");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(text -> text.getAttribute("class").startsWith(style))
                .toList();
    }

    /** No common sans-serif font takes more than 8.5 pixels for a character of these texts in the mean. */
    private static double width(Element text) {
        return text.getTextContent().length() * 8.5;
    }

    @Test
    void theNamesOfLinesEndWithinThePicture() throws Exception {
        Element picture =
                parsed(LineChart.of(houses("Los Angeles (37648475)", "A house with a name beyond all measure (1)")));

        assertThat(texts(picture, "line-name"))
                .hasSize(2)
                .allMatch(name -> Double.parseDouble(name.getAttribute("x")) + width(name)
                        <= Double.parseDouble(picture.getAttribute("width")))
                .extracting(Element::getTextContent)
                .containsExactly("Los Angeles (37648475)", "A house with a name beyond a…");
    }

    @Test
    void theTimesOfTicksDoNotRunIntoEachOther() throws Exception {
        Element picture = parsed(LineChart.of(houses("Los Angeles (37648475)", "Pune (12345434)")));
        List<Element> times = texts(picture, "tick").stream()
                .filter(text -> text.getAttribute("text-anchor").equals("middle"))
                .toList();

        assertThat(times).hasSizeGreaterThan(1);
        for (int i = 1; i < times.size(); i++) {
            double apart = Double.parseDouble(times.get(i).getAttribute("x"))
                    - Double.parseDouble(times.get(i - 1).getAttribute("x"));
            assertThat(apart).isGreaterThan(width(times.get(i)));
        }
    }

    @Test
    void everyPictureHasItsOwnSizeSoThatTextIsAsLargeInAll() throws Exception {
        for (String svg : List.of(LineChart.of(series()), ScatterChart.overFeature(fitted(0.1, "temp_f")))) {
            Element picture = parsed(svg);
            assertThat(picture.getAttribute("viewBox"))
                    .isEqualTo("0 0 " + picture.getAttribute("width") + " " + picture.getAttribute("height"));
            assertThat(picture.getAttribute("width")).isNotEmpty();
        }
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
    void onlyLongTextsAreBrokenIntoLinesAndPathsAtTheirFolders() {
        assertThat(new HtmlTable("c", List.of("q", "s", "w"))
                        .row(List.of("by_city", "running", "s3a://bucket/analytics/by_city/json")))
                .asString()
                .contains(
                        "<td>running</td><td class=\"long\">s3a:/<wbr>/<wbr>bucket/<wbr>analytics/<wbr>by_city/<wbr>json</td>");
    }

    @Test
    void percentilesTellHowManyBatchesTheyAreOf() throws Exception {
        assertThat(page("{}"))
                .contains("<th scope=\"col\" class=\"number\">of them timed</th>")
                .contains("<td class=\"number\">70</td><td class=\"number\">60</td><td class=\"number\">210 ms</td>");
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
            Element root = parsed(svg);
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getAttribute("aria-label")).isNotBlank();
        }
    }
}
