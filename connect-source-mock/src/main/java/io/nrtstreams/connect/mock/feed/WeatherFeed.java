package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A poller of current weather: the text of a Python dict with {@code location} and {@code current}, keyed by the city
 * that was asked for, as the original prototype sent it. The cities take turns, one second apart, and then the poller
 * rests.
 *
 * <p>The values of a record agree with each other, each rounded on its own as the service does: Fahrenheit = 1.8 C +
 * 32, km/h = 1.609 mph, inHg = 0.02953 mb, inches = mm / 25.4. From one record to the next they are independent.
 */
final class WeatherFeed implements Feed {
    private static final List<City> CITIES = List.of(
            new City(
                    "Fullerton US",
                    "Fullerton",
                    "California",
                    "United States of America",
                    33.87,
                    -117.92,
                    "America/Los_Angeles",
                    90,
                    300),
            new City(
                    "Los Angeles US",
                    "Los Angeles",
                    "California",
                    "United States of America",
                    34.05,
                    -118.24,
                    "America/Los_Angeles",
                    100,
                    280),
            new City("Pune India", "Pune", "Maharashtra", "India", 18.53, 73.87, "Asia/Kolkata", 140, 340),
            new City("Mumbai India", "Mumbai", "Maharashtra", "India", 18.98, 72.83, "Asia/Kolkata", 200, 350));

    private static final List<String> LOCATION =
            List.of("name", "region", "country", "lat", "lon", "tz_id", "localtime_epoch", "localtime");
    private static final List<String> CURRENT = List.of(
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
    private static final String[] COMPASS = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };
    private static final DictDefects DEFECTS = new DictDefects(
            Stream.concat(LOCATION.stream(), CURRENT.stream()).toList(),
            CURRENT.stream().filter(name -> !name.equals("wind_dir")).toList(),
            new PythonDict(64)
                    .text("message", "You have exceeded the rate limit of this key")
                    .finish());

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final double POLL_SECONDS = 300;
    private static final Cadence CADENCE = new Cadence(CITIES.size() / POLL_SECONDS, CITIES.size(), NANOS_PER_SECOND);

    private static final int TEMPERATURE = 0;
    private static final int FELT = 1;
    private static final int WIND = 2;
    private static final int DIRECTION = 3;
    private static final int PRESSURE = 4;
    private static final int RAINS = 5;
    private static final int RAIN = 6;
    private static final int HUMIDITY = 7;
    private static final int CLOUD = 8;

    private final Draws draws;
    private final List<ZoneRules> zones;
    private final List<String> heads;

    WeatherFeed(long seed) {
        draws = Draws.of(seed, name());
        zones = CITIES.stream().map(City::rules).toList();
        heads = CITIES.stream().map(WeatherFeed::head).toList();
    }

    @Override
    public String name() {
        return "weather";
    }

    @Override
    public String defaultTopic() {
        return "weather";
    }

    @Override
    public int devices() {
        return CITIES.size();
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public Message message(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int which = (int) (record % CITIES.size());
        City city = CITIES.get(which);
        long epoch = eventNanos / NANOS_PER_SECOND;
        LocalDateTime local = City.local(zones.get(which), epoch);
        PythonDict dict = PythonDict.after(heads.get(which), 640);
        dict.whole("localtime_epoch", epoch).text("localtime", clock(local)).close();
        current(dict, city, local, record);
        return Message.text(city.query(), dict.finish());
    }

    /** What is the same in all records of a city. */
    private static String head(City city) {
        return new PythonDict(200)
                .open("location")
                .text("name", city.name())
                .text("region", city.region())
                .text("country", city.country())
                .number("lat", city.lat())
                .number("lon", city.lon())
                .text("tz_id", city.zone())
                .soFar();
    }

    /** The service's form of local time: the hour without a leading zero, and no offset. */
    private static String clock(LocalDateTime local) {
        int minute = local.getMinute();
        return local.toLocalDate() + " " + local.getHour() + (minute < 10 ? ":0" : ":") + minute;
    }

    private void current(PythonDict dict, City city, LocalDateTime local, long record) {
        boolean day = local.getHour() >= 6 && local.getHour() < 18;
        int middle = (city.coldest() + city.warmest()) / 2;
        int celsius = day
                ? draws.between(middle, city.warmest(), record, TEMPERATURE)
                : draws.between(city.coldest(), middle, record, TEMPERATURE);
        int felt = celsius + draws.between(-15, 25, record, FELT);
        int mph = draws.between(22, 150, record, WIND);
        int degree = draws.below(360, record, DIRECTION);
        int millibar = draws.between(1004, 1022, record, PRESSURE);
        int millimetres = draws.below(10, record, RAINS) == 0 ? draws.between(1, 50, record, RAIN) : 0;
        dict.open("current")
                .number("temp_c", celsius, 1)
                .number("temp_f", fahrenheit(celsius), 1)
                .whole("is_day", day ? 1 : 0)
                .number("wind_mph", mph, 1)
                .number("wind_kph", Math.round(mph * 1.609), 1)
                .whole("wind_degree", degree)
                .text("wind_dir", COMPASS[(int) Math.round(degree / 22.5) % COMPASS.length])
                .number("pressure_mb", millibar, 0)
                .number("pressure_in", Math.round(millibar * 2.953), 2)
                .number("precip_in", Math.round(millimetres * 10 / 25.4), 2)
                .number("precip_mm", millimetres, 1)
                .whole("humidity", draws.between(20, 95, record, HUMIDITY))
                .whole("cloud", draws.between(0, 100, record, CLOUD))
                .number("feelslike_c", felt, 1)
                .number("feelslike_f", fahrenheit(felt), 1)
                .close();
    }

    /** Tenths of a degree to tenths of a degree. */
    private static long fahrenheit(int celsius) {
        return Math.round(celsius * 1.8 + 320);
    }

    @Override
    public Set<DirtKind> dirt() {
        return DictDefects.KINDS;
    }

    @Override
    public Message spoilt(Message clean, DirtKind kind, Draws choice, long record) {
        return DEFECTS.spoilt(clean, kind, choice, record);
    }
}
