package io.nrtstreams.connect.mock.realistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Measure;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.VideoView;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.climate.Weather;
import io.nrtstreams.connect.mock.world.video.Category;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealisticTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long AT = 1_670_030_994_123_456_789L;

    static Stream<Feed> feeds() {
        return Stream.concat(
                Realistic.names().stream()
                        .flatMap(name -> Stream.of(
                                Realistic.feed(name, 42, Realistic.defaultDevices(name)),
                                Realistic.feed(name, 42, Math.min(2500, Realistic.mostDevices(name))))),
                Stream.of(Realistic.iotPrototype(42, 20)));
    }

    /** Another text would change every series that was ever emitted. */
    @Test
    void theFirstRecordsAreThoseThatAlwaysWere() throws IOException {
        try (InputStream pinned = RealisticTest.class.getResourceAsStream("first-records.txt")) {
            assertThat(feeds().flatMap(RealisticTest::firstRecords))
                    .containsExactlyElementsOf(new String(pinned.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    private static Stream<String> firstRecords(Feed feed) {
        Rows rows = new Rows(feed);
        return IntStream.range(0, 4).mapToObj(device -> rows.text(device, 0, AT));
    }

    /** Another number would change series that were emitted, somewhere in a hundred years. */
    @Test
    void theRecordsOfManyYearsAreThoseThatAlwaysWere() {
        assertThat(feeds().map(RealisticTest::checksum))
                .containsExactly(
                        330449247L,
                        3117970203L,
                        681887164L,
                        1360979236L,
                        897315892L,
                        897315892L,
                        1217812785L,
                        1875998935L,
                        3137015683L);
    }

    private static long checksum(Feed feed) {
        CRC32 checksum = new CRC32();
        Shard whole = new Shard(0, 1, feed.devices());
        for (int position = 0; position < 4000; position++) {
            Sample sample = feed.sample(whole, position, position * 788_923_149_317_123L);
            checksum.update((sample.key() + " " + sample.value()).getBytes(StandardCharsets.UTF_8));
        }
        return checksum.getValue();
    }

    @Test
    void theWeatherReportsTheTemperatureThatTheHousesLive() {
        Rows weather = Rows.of("weather", 42);
        Rows energy = Rows.of("energy", 42);
        for (int hour = 0; hour < 5000; hour++) {
            long at = AT + hour * 3601 * SECOND;
            for (int nth = 0; nth < 3; nth++) {
                int place = Places.ofDevice(nth);
                double reported =
                        weather.at(place, hour, at).value().getStruct("current").getFloat64("temp_c");
                double lived = (Double) energy.truth(nth, hour, at).get("temperature_c");
                assertThat(reported).isCloseTo(lived, within(0.0501));
                assertThat(energy.at(nth, hour, at).value().getString("location"))
                        .isEqualTo(City.ALL.get(place).name());
            }
        }
    }

    @Test
    void theWeatherReportsWhatTheClimateIs() {
        Rows feed = Rows.of("weather", 7);
        World world = World.of(7);
        for (int place = 0; place < City.ALL.size(); place++) {
            Sample sample = feed.at(place, 11, AT);
            Weather weather = world.climate().at(City.ALL.get(place), AT);
            assertThat(sample.key()).isEqualTo(City.ALL.get(place).query());
            assertThat(sample.value().getStruct("location").getString("name"))
                    .isEqualTo(City.ALL.get(place).name());
            var current = sample.value().getStruct("current");
            assertThat(current.getFloat64("temp_c")).isCloseTo(weather.temperatureC(), within(0.0501));
            assertThat(current.getFloat64("feelslike_c")).isCloseTo(weather.feelsLikeC(), within(0.0501));
            assertThat(current.getFloat64("pressure_mb")).isCloseTo(weather.pressureMb(), within(0.501));
            assertThat(current.getFloat64("wind_kph")).isCloseTo(weather.windKph(), within(0.14));
            assertThat(current.getFloat64("precip_mm")).isCloseTo(weather.rainMm(), within(0.0501));
            assertThat((double) current.getInt32("humidity")).isCloseTo(weather.humidity(), within(0.501));
            assertThat(current.getInt32("is_day")).isEqualTo(weather.day() ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void aRecordIsTheSameWhateverTheNumberOfShardsAndTheOrderOfAsking(Feed feed) {
        Shard whole = new Shard(0, 1, feed.devices());
        List<Sample> forward = new ArrayList<>();
        for (int position = 0; position < 300; position++) {
            forward.add(feed.sample(whole, position, AT + position * SECOND));
        }
        int count = Math.min(3, feed.devices());
        for (int index = count - 1; index >= 0; index--) {
            Shard shard = new Shard(index, count, feed.devices());
            for (long position = 90; position >= 0; position--) {
                int ordinal = (int) shard.ordinal(position);
                if (ordinal < 300) {
                    assertThat(feed.sample(shard, position, AT + ordinal * SECOND))
                            .isEqualTo(forward.get(ordinal));
                    assertThat(feed.truth(shard, position, AT)).isEqualTo(feed.truth(whole, ordinal, AT));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void numbersAreWithinTheirMeasuresAtAnyInstantOfManyYears(Feed feed) {
        SplittableRandom random = new SplittableRandom(5);
        Shard whole = new Shard(0, 1, feed.devices());
        int[] seen = new int[feed.spoilage().numbers().size()];
        for (int i = 0; i < 60_000; i++) {
            long at = random.nextLong(0, 4_102_444_800L * SECOND);
            Sample sample = feed.sample(whole, random.nextLong(1L << 40), at);
            sample.value().validate();
            for (int number = 0; number < seen.length; number++) {
                Measure measure = feed.spoilage().numbers().get(number);
                if (measure.path().read(sample.value()) instanceof Number value) {
                    assertThat(value.doubleValue())
                            .as(measure.path().toString())
                            .isBetween(measure.least(), measure.most());
                    seen[number]++;
                }
            }
        }
        assertThat(seen).doesNotContain(0);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void aSampleIsOfTheFeedsSchemasAndItsTruthOfTypesThatJsonHas(Feed feed) {
        Shard whole = new Shard(0, 1, feed.devices());
        for (int position = 0; position < 40; position++) {
            Sample sample = feed.sample(whole, position, AT);
            assertThat(sample.value().schema()).isSameAs(feed.valueSchema());
            assertThat(sample.key()).isInstanceOf(String.class);
            assertJson(feed.truth(whole, position, AT));
        }
    }

    private static void assertJson(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map.keySet()).allSatisfy(key -> assertThat(key).isInstanceOf(String.class));
            map.values().forEach(RealisticTest::assertJson);
        } else {
            assertThat(value).isInstanceOfAny(String.class, Long.class, Double.class, Boolean.class);
        }
    }

    @Test
    void theFirstDevicesAreTheSameHoweverManyThereAre() {
        for (String name : List.of("tiktok", "energy", "iot")) {
            Feed few = Realistic.feed(name, 42, 3);
            Feed many = Realistic.feed(name, 42, 1_000_000);
            assertThat(many.devices()).isEqualTo(1_000_000);
            for (int device = 0; device < 3; device++) {
                assertThat(new Rows(many).at(device, 0, AT)).isEqualTo(new Rows(few).at(device, 0, AT));
            }
        }
    }

    @Test
    void anotherSeedIsAnotherWorldOfTheSameDevices() {
        for (String name : Realistic.names()) {
            Sample one = Rows.of(name, 42).at(1, 5, AT);
            Sample other = Rows.of(name, 43).at(1, 5, AT);
            assertThat(other.key()).isEqualTo(one.key());
            assertThat(other.value()).isNotEqualTo(one.value());
        }
    }

    @Test
    void viewersLikeThePrototypesTakeTurns() {
        Rows rows = Rows.of("tiktok", 42);
        assertThat(IntStream.range(0, 12)
                        .mapToObj(ordinal ->
                                rows.at(ordinal % 10, ordinal / 10, AT).key()))
                .startsWith("5000000", "5000001", "5000002")
                .endsWith("5000009", "5000000", "5000001");
        assertThat(Category.ALL.stream().map(Category::label)).isEqualTo(VideoView.CATEGORIES);
    }

    @Test
    void aSensorHasTheFieldsOfItsKindAndNoOthers() {
        Map<String, List<String>> expected = Map.of(
                "smart_watch", List.of("battery", "heart_rate", "steps", "spo2"),
                "phone", List.of("battery", "signal_dbm", "lat", "lon", "screen_on"),
                "thermostat", List.of("temperature_c", "humidity", "house_id", "set_point_c", "mode"),
                "air_quality", List.of("battery", "temperature_c", "humidity", "pm2_5", "pm10", "co2"));
        for (Feed feed : List.of(Realistic.feed("iot", 42, 20), Realistic.iotPrototype(42, 20))) {
            for (int device = 0; device < 20; device++) {
                var value = new Rows(feed).at(device, 0, AT).value();
                assertThat(value.schema().fields().stream()
                                .filter(field -> field.schema().isOptional() && value.get(field) != null)
                                .map(field -> field.name()))
                        .containsExactlyElementsOf(expected.get(value.getString("kind")));
                assertThat(value.getInt64("time")).isEqualTo(AT / 1_000_000);
            }
        }
    }

    @Test
    void whatThereIsNotIsSaid() {
        assertThatThrownBy(() -> Realistic.feed("traffic", 42, 1))
                .hasMessage("the realistic profile has no feed traffic");
        assertThatThrownBy(() -> Realistic.feed("weather", 42, 5))
                .hasMessage("the feed weather has from 1 to 4 devices, not 5");
        assertThatThrownBy(() -> Realistic.iotPrototype(42, 0))
                .hasMessage("the feed iot has from 1 to 1000000 devices, not 0");
    }

    @Test
    void aMeterPrintsAtMostSevenDecimals() {
        Rows rows = Rows.of("energy", 42);
        Rendering text = Rendering.of(Output.NATIVE, rows.feed().nativeForm());
        for (int round = 0; round < 5000; round++) {
            assertThat((String) text.clean(rows.at(round % 3, round, AT + round * SECOND)
                                    .value())
                            .value())
                    .matches("\\d{10},\\d{8},0\\.\\d{1,7},[A-Z][a-zA-Z ]+");
        }
    }
}
