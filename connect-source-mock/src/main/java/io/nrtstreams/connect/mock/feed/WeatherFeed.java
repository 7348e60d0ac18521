package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/**
 * A poller of current weather: the text of a Python dict with {@code location} and {@code current}, keyed by the city
 * that was asked for, as the original prototype sent it. The cities take turns, one second apart, and then the poller
 * rests.
 *
 * <p>The values of a record agree with each other; from one record to the next they are independent.
 */
final class WeatherFeed implements Feed {
    private static final List<City> CITIES = City.ALL;

    /** Tenths of a degree Celsius that nights do not go below and days not above, in the order of the cities. */
    private static final int[] COLDEST = {90, 100, 140, 200};

    private static final int[] WARMEST = {300, 280, 340, 350};
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

    WeatherFeed(long seed) {
        draws = Draws.of(seed, name());
        zones = CITIES.stream().map(City::rules).toList();
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
    public Schema keySchema() {
        return Schema.STRING_SCHEMA;
    }

    @Override
    public Schema valueSchema() {
        return WeatherReport.SCHEMA;
    }

    @Override
    public NativeForm nativeForm() {
        return NativeForm.PYTHON_DICT;
    }

    @Override
    public Sample sample(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int which = (int) (record % CITIES.size());
        City city = CITIES.get(which);
        long epoch = eventNanos / NANOS_PER_SECOND;
        LocalDateTime local = City.local(zones.get(which), epoch);
        return new Sample(city.query(), report(which, local, record).value(city, epoch, local));
    }

    private WeatherReport report(int which, LocalDateTime local, long record) {
        boolean day = local.getHour() >= 6 && local.getHour() < 18;
        int middle = (COLDEST[which] + WARMEST[which]) / 2;
        int celsius = day
                ? draws.between(middle, WARMEST[which], record, TEMPERATURE)
                : draws.between(COLDEST[which], middle, record, TEMPERATURE);
        return new WeatherReport(
                celsius,
                celsius + draws.between(-15, 25, record, FELT),
                day,
                draws.between(22, 150, record, WIND),
                draws.below(360, record, DIRECTION),
                draws.between(1004, 1022, record, PRESSURE),
                draws.below(10, record, RAINS) == 0 ? draws.between(1, 50, record, RAIN) : 0,
                draws.between(20, 95, record, HUMIDITY),
                draws.between(0, 100, record, CLOUD));
    }

    @Override
    public Spoilage spoilage() {
        return WeatherReport.SPOILAGE;
    }

    /** Nothing: the values are drawn and have no cause. */
    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        return Map.of();
    }
}
