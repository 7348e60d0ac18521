package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.NativeForm;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.feed.WeatherReport;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.climate.Weather;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/** A poller of the world's weather, in the prototype's form: temperatures to 0.1 degrees, as the service rounds. */
final class WeatherFeed implements Feed {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final double POLL_SECONDS = 300;
    private static final double KM_PER_MILE = 1.609;

    private final World world;
    private final int devices;
    private final Cadence cadence;

    /** @param devices how many of the places are polled, in their order */
    WeatherFeed(World world, int devices) {
        this.world = world;
        this.devices = devices;
        this.cadence = new Cadence(devices / POLL_SECONDS, devices, NANOS_PER_SECOND);
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
        return devices;
    }

    @Override
    public Cadence cadence() {
        return cadence;
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
        int place = place(shard, position);
        City city = City.ALL.get(place);
        long epoch = Math.floorDiv(eventNanos, NANOS_PER_SECOND);
        LocalDateTime local = LocalDateTime.ofEpochSecond(Places.clock(place).local(epoch), 0, ZoneOffset.UTC);
        WeatherReport report = report(world.climate().at(place, eventNanos));
        return new Sample(city.query(), report.value(city, epoch, local));
    }

    private int place(Shard shard, long position) {
        return (int) (shard.ordinal(position) % devices);
    }

    private static WeatherReport report(Weather weather) {
        return new WeatherReport(
                tenths(weather.temperatureC()),
                tenths(weather.feelsLikeC()),
                weather.day(),
                tenths(weather.windKph() / KM_PER_MILE),
                (int) Math.round(weather.windDegree()) % 360,
                (int) Math.round(weather.pressureMb()),
                tenths(weather.rainMm()),
                (int) Math.round(weather.humidity()),
                (int) Math.round(weather.cloud()));
    }

    private static int tenths(double value) {
        return (int) Math.round(value * 10);
    }

    @Override
    public Spoilage spoilage() {
        return WeatherReport.SPOILAGE;
    }

    /** The weather before rounding. */
    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        Weather weather = world.climate().at(place(shard, position), eventNanos);
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("temperature_c", weather.temperatureC());
        truth.put("feels_like_c", weather.feelsLikeC());
        truth.put("humidity", weather.humidity());
        truth.put("cloud", weather.cloud());
        truth.put("pressure_mb", weather.pressureMb());
        truth.put("wind_kph", weather.windKph());
        truth.put("wind_degree", weather.windDegree());
        truth.put("rain_mm", weather.rainMm());
        truth.put("day", weather.day());
        return truth;
    }
}
