package io.nrtstreams.connect.mock.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.output.Rendered;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.Shard;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The texts, keys, ids and ranges of the original prototype. */
class PrototypeTest {
    private static final long NANOS = 1_000_000_000L;
    private static final long AT = 1_670_030_994_123_456_789L;

    private static List<Message> messages(String name, int count) {
        Feed feed = Prototype.feed(name, 42);
        Shard whole = new Shard(0, 1, feed.devices());
        return LongStream.range(0, count)
                .mapToObj(position -> message(feed, whole, position, AT + position * NANOS / 10))
                .toList();
    }

    /** A record in the device's own form. */
    private record Message(Object key, Object value) {}

    private static Message message(Feed feed, Shard shard, long position, long eventNanos) {
        Sample sample = feed.sample(shard, position, eventNanos);
        Rendered text = Rendering.of(Output.NATIVE, feed.nativeForm()).clean(sample.value());
        return new Message(Objects.requireNonNull(sample.key()), Objects.requireNonNull(text.value()));
    }

    @Test
    void aTiktokViewIsFourColumnsWithFloatSecondsInMicroseconds() {
        Pattern line = Pattern.compile("16700\\d{5}\\.(\\d{1,6}),[A-Z][A-Za-z/ ]+,(\\d|[12]\\d),[01]");
        assertThat(messages("tiktok", 1000))
                .allSatisfy(message -> assertThat((String) message.value()).matches(line))
                .first()
                .satisfies(message -> assertThat((String) message.value()).startsWith("1670030994.123456,"));
    }

    @Test
    void tiktokHasTenUsersEightCategoriesAndThirtyWatchTimesAllAsLikely() {
        Map<String, Integer> users = new TreeMap<>();
        Map<String, Integer> categories = new TreeMap<>();
        Map<String, Integer> watched = new TreeMap<>();
        Map<String, Integer> liked = new TreeMap<>();
        for (Message message : messages("tiktok", 60_000)) {
            String[] columns = message.value().toString().split(",");
            users.merge(message.key().toString(), 1, Integer::sum);
            categories.merge(columns[1], 1, Integer::sum);
            watched.merge(columns[2], 1, Integer::sum);
            liked.merge(columns[3], 1, Integer::sum);
        }
        assertThat(users.keySet())
                .containsExactlyElementsOf(IntStream.range(5_000_000, 5_000_010)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(categories.keySet())
                .containsExactly(
                        "Beauty/skin care",
                        "Cooking/recipes",
                        "Dance",
                        "Entertainment",
                        "Fashion",
                        "Fitness/sports",
                        "Home reno/DIY",
                        "Pranks");
        assertThat(watched.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        assertThat(liked.get("1")).isBetween(29_400, 30_600);
        assertThat(users.values()).allSatisfy(count -> assertThat(count).isBetween(5_600, 6_400));
        assertThat(categories.values()).allSatisfy(count -> assertThat(count).isBetween(7_100, 7_900));
        assertThat(watched.values()).allSatisfy(count -> assertThat(count).isBetween(1_770, 2_230));
    }

    @Test
    void aMeterSendsWholeSecondsItsUserTheUsageAndTheLocationInTheOrderOfTheHouses() {
        List<Message> messages = messages("energy", 6);
        assertThat(messages)
                .extracting(Message::key)
                .containsExactly("12345434", "30000045", "37648475", "12345434", "30000045", "37648475");
        assertThat(messages)
                .extracting(message -> message.value().toString().replaceAll("0\\.\\d+", "U"))
                .containsExactly(
                        "1670030994,12345434,U,Pune",
                        "1670030994,30000045,U,Fullerton",
                        "1670030994,37648475,U,Los Angeles",
                        "1670030994,12345434,U,Pune",
                        "1670030994,30000045,U,Fullerton",
                        "1670030994,37648475,U,Los Angeles");
    }

    @Test
    void usageIsUniformUpToFifteenHundredthsAndPrintsAnExponentWhenTiny() {
        double sum = 0;
        int exponents = 0;
        int count = 60_000;
        for (Message message : messages("energy", count)) {
            String text = message.value().toString().split(",")[2];
            double usage = Double.parseDouble(text);
            assertThat(usage).isBetween(0.0, Math.nextDown(0.15));
            exponents += text.matches("\\d(\\.\\d+)?e-\\d\\d") ? 1 : 0;
            sum += usage;
        }
        assertThat(sum / count).isCloseTo(0.075, within(0.001));
        // One in 1,500 is below 1e-4: 40 of 60,000, give or take four standard deviations.
        assertThat(exponents).isBetween(15, 65);
    }

    @Test
    void aWeatherRecordIsThisText() {
        assertThat(messages("weather", 3).get(2))
                .isEqualTo(new Message(
                        "Pune India",
                        "{'location': {'name': 'Pune', 'region': 'Maharashtra', 'country': 'India', 'lat': 18.53,"
                                + " 'lon': 73.87, 'tz_id': 'Asia/Kolkata', 'localtime_epoch': 1670030994,"
                                + " 'localtime': '2022-12-03 6:59'}, 'current': {'temp_c': 32.6, 'temp_f': 90.7,"
                                + " 'is_day': 1, 'wind_mph': 6.7, 'wind_kph': 10.8, 'wind_degree': 0,"
                                + " 'wind_dir': 'N', 'pressure_mb': 1019.0, 'pressure_in': 30.09,"
                                + " 'precip_in': 0.0, 'precip_mm': 0.0, 'humidity': 72, 'cloud': 45,"
                                + " 'feelslike_c': 32.3, 'feelslike_f': 90.1}}"));
    }

    @Test
    void theCitiesTakeTurnsInTheOrderInWhichTheyAreAskedFor() {
        assertThat(messages("weather", 5))
                .extracting(Message::key)
                .containsExactly("Fullerton US", "Los Angeles US", "Pune India", "Mumbai India", "Fullerton US");
    }

    @Test
    void localTimeIsThatOfTheCityWithoutALeadingZeroOrAnOffset() {
        Feed feed = Prototype.feed("weather", 1);
        Shard whole = new Shard(0, 1, 4);
        String pune = message(feed, whole, 2, 1_669_753_776L * NANOS).value().toString();
        assertThat(pune)
                .contains("'tz_id': 'Asia/Kolkata', 'localtime_epoch': 1669753776, 'localtime': '2022-11-30 1:59'");
        // An hour before and after summer time ends in California.
        String before = message(feed, whole, 0, 1_667_722_500L * NANOS).value().toString();
        String after = message(feed, whole, 0, 1_667_726_100L * NANOS).value().toString();
        assertThat(before).contains("'localtime': '2022-11-06 1:15'");
        assertThat(after).contains("'localtime': '2022-11-06 1:15'");
    }

    @Test
    void theValuesOfAWeatherRecordAgreeWithEachOther() {
        List<String> compass = List.of(
                "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW");
        for (Message message : messages("weather", 4000)) {
            Map<String, String> entries = entries(message.value().toString());
            assertThat(entries).hasSize(23);
            double celsius = number(entries, "temp_c");
            assertThat(number(entries, "temp_f")).isCloseTo(1.8 * celsius + 32, within(0.0501));
            assertThat(number(entries, "feelslike_f"))
                    .isCloseTo(1.8 * number(entries, "feelslike_c") + 32, within(0.0501));
            assertThat(number(entries, "feelslike_c")).isCloseTo(celsius, within(2.51));
            assertThat(number(entries, "wind_kph")).isCloseTo(1.609 * number(entries, "wind_mph"), within(0.0501));
            assertThat(number(entries, "pressure_in"))
                    .isCloseTo(0.02953 * number(entries, "pressure_mb"), within(0.00501));
            assertThat(number(entries, "precip_in")).isCloseTo(number(entries, "precip_mm") / 25.4, within(0.00501));
            assertThat(celsius).isBetween(9.0, 35.0);
            assertThat(number(entries, "wind_mph")).isBetween(2.2, 15.0);
            assertThat(number(entries, "pressure_mb")).isBetween(1004.0, 1022.0);
            assertThat(number(entries, "humidity")).isBetween(20.0, 95.0);
            assertThat(number(entries, "cloud")).isBetween(0.0, 100.0);
            double sector = number(entries, "wind_degree") - 22.5 * compass.indexOf(text(entries, "wind_dir"));
            assertThat(Math.abs(sector > 180 ? sector - 360 : sector)).isLessThanOrEqualTo(11.25);
            LocalDateTime local =
                    LocalDateTime.parse(text(entries, "localtime"), DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm"));
            Instant epoch = Instant.ofEpochSecond((long) number(entries, "localtime_epoch"));
            assertThat(local)
                    .isEqualTo(LocalDateTime.ofInstant(epoch, ZoneId.of(text(entries, "tz_id")))
                            .withSecond(0));
            assertThat(entries.get("is_day")).isEqualTo(local.getHour() >= 6 && local.getHour() < 18 ? "1" : "0");
        }
    }

    @Test
    void theEntriesOfAWeatherRecordComeInTheServicesOrder() {
        Matcher names = Pattern.compile("'(\\w+)': ")
                .matcher(messages("weather", 1).get(0).value().toString());
        assertThat(names.results().map(match -> match.group(1)))
                .containsExactly(
                        "location",
                        "name",
                        "region",
                        "country",
                        "lat",
                        "lon",
                        "tz_id",
                        "localtime_epoch",
                        "localtime",
                        "current",
                        "temp_c",
                        "temp_f",
                        "is_day",
                        "wind_mph",
                        "wind_kph",
                        "wind_degree",
                        "wind_dir",
                        "pressure_mb",
                        "pressure_in",
                        "precip_in",
                        "precip_mm",
                        "humidity",
                        "cloud",
                        "feelslike_c",
                        "feelslike_f");
    }

    @Test
    void aMessageIsTheSameOnAnyShardAndInAnyOrder() {
        for (String name : List.of("energy", "weather")) {
            Feed feed = Prototype.feed(name, 9);
            Shard whole = new Shard(0, 1, feed.devices());
            Shard second = new Shard(1, 2, feed.devices());
            for (long position = 20; position >= 0; position--) {
                assertThat(message(feed, second, position, AT))
                        .isEqualTo(message(feed, whole, second.ordinal(position), AT));
            }
        }
    }

    @Test
    void aTiktokUserIsOfOneShardOnly() {
        Feed feed = Prototype.feed("tiktok", 9);
        Shard second = new Shard(1, 3, 10);
        assertThat(LongStream.range(0, 500).mapToObj(position -> message(feed, second, position, AT)))
                .extracting(Message::key)
                .containsOnly("5000001", "5000004", "5000007");
    }

    private static Map<String, String> entries(String dict) {
        Map<String, String> entries = new HashMap<>();
        Matcher matcher = Pattern.compile("'(\\w+)': ('[^']*'|-?[\\d.]+)").matcher(dict);
        while (matcher.find()) {
            entries.put(matcher.group(1), matcher.group(2));
        }
        return entries;
    }

    private static double number(Map<String, String> entries, String name) {
        return Double.parseDouble(entries.get(name));
    }

    private static String text(Map<String, String> entries, String name) {
        return entries.get(name).replace("'", "");
    }
}
