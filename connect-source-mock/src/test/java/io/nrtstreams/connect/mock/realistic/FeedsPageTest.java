package io.nrtstreams.connect.mock.realistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.kit.docs.GeneratedPage;
import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.feed.VideoView;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.home.House;
import io.nrtstreams.connect.mock.world.home.Occupancy;
import io.nrtstreams.connect.mock.world.video.Viewer;
import io.nrtstreams.connect.mock.world.video.Viewers;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the guide, each between two comments, are what the code says. */
class FeedsPageTest {
    private static final int HOUSES = 3;
    private static final int VIEWERS = 10;
    private static final World WORLD = World.of(42);

    @Test
    void theTablesOfTheGuideAreThePublishedTruth() throws IOException {
        GeneratedPage page = GeneratedPage.at("docs/feeds.md");
        String text = Files.readString(page.path());
        text = with(text, "houses", houses());
        text = with(text, "occupancy", occupancies());
        text = with(text, "fits", fits());
        text = with(text, "viewers", viewers());
        page.check(text);
    }

    @Test
    void theGuideNamesEveryFieldOfASensorAndTheFormulaOfLikes() throws IOException {
        String text = Files.readString(GeneratedPage.at("docs/feeds.md").path());
        assertThat(SensorValue.SCHEMA.fields())
                .allSatisfy(field -> assertThat(text).contains("`" + field.name() + "`"));
        assertThat(List.of(Viewers.LIKE_BASE, Viewers.LIKE_PER_SECOND, Viewers.LIKE_BY_AFFINITY))
                .containsExactly(-4.6, 0.13, 2.0);
        assertThat(text).contains("−4.6 + 0.13 × watchTime + 2 × affinity");
    }

    private static String with(String page, String name, Stream<String> rows) {
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        assertThat(page).contains(begin, end);
        return page.substring(0, from)
                + rows.map(row -> row + "\n").collect(Collectors.joining())
                + page.substring(page.indexOf(end));
    }

    private static Stream<String> houses() {
        return Stream.concat(
                Stream.of(
                        "| `userId` | `location` | m² | insulation | base | activity | cool above | cooling | heat below | heating | people | late |",
                        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"),
                IntStream.range(0, HOUSES).mapToObj(nth -> row(WORLD.houses().house(nth))));
    }

    private static String row(House house) {
        return cells(
                house.id(),
                City.ALL.get(house.place()).name(),
                house.squareMetres(),
                house.insulation(),
                plain(house.base()),
                plain(house.activity()),
                house.coolAboveC() + " °C",
                plain(house.cooling()),
                house.heatBelowC() + " °C",
                plain(house.heating()),
                house.occupancy().label(),
                house.lateHours() + " h");
    }

    private static Stream<String> occupancies() {
        return Stream.concat(
                Stream.of("| people | days | 00 to 23 o'clock |", "| --- | --- | --- |"),
                Occupancy.ALL.stream()
                        .flatMap(people -> Stream.of(
                                cells(people.label(), "Monday to Friday", hours(people::onWeekday)),
                                cells(people.label(), "Saturday, Sunday", hours(people::onWeekend)))));
    }

    private static String hours(IntToDoubleFunction ofHour) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> Long.toString(Math.round(ofHour.applyAsDouble(hour) * 100)))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> fits() {
        List<String[]> times = List.of(
                new String[] {"July 2022", "2022-07-01T00:00:00Z", "2022-08-01T00:00:00Z"},
                new String[] {"November 2022", "2022-11-01T00:00:00Z", "2022-12-01T00:00:00Z"},
                new String[] {"2022", "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z"});
        return Stream.concat(
                Stream.of(
                        "| `userId` | readings of | base | activity | cooling | heating | R² | slope, R² of `usage ~ temp_c` |",
                        "| --- | --- | --- | --- | --- | --- | --- | --- |"),
                IntStream.range(0, HOUSES)
                        .boxed()
                        .flatMap(nth ->
                                times.stream().map(time -> fit(nth, time[0], LoadFit.of(42, nth, time[1], time[2])))));
    }

    private static String fit(int nth, String time, LoadFit fit) {
        return cells(
                WORLD.houses().house(nth).id(),
                time,
                rounded(fit.base()),
                rounded(fit.activity()),
                fit.cooling() == 0 ? "–" : rounded(fit.cooling()),
                fit.heating() == 0 ? "–" : rounded(fit.heating()),
                share(fit.rSquared()),
                rounded(fit.perDegree()) + ", " + share(fit.ofTemperature()));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static Stream<String> viewers() {
        return Stream.concat(
                Stream.of(
                        "| user id | clock | patience | affinity: " + String.join(" | ", VideoView.CATEGORIES) + " |",
                        "| --- | --- | --- |" + " --- |".repeat(VideoView.CATEGORIES.size())),
                IntStream.range(0, VIEWERS).mapToObj(nth -> row(WORLD.viewers().viewer(nth))));
    }

    private static String row(Viewer viewer) {
        return cells(Stream.concat(
                        Stream.of(viewer.id(), City.ALL.get(viewer.place()).name(), viewer.patience()),
                        viewer.affinities().stream())
                .toArray());
    }

    private static String cells(Object... cells) {
        return Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
