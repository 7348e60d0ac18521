package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.MeterReading;
import io.nrtstreams.connect.mock.feed.NativeForm;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.home.House;
import io.nrtstreams.connect.mock.world.home.Load;
import io.nrtstreams.connect.mock.world.noise.Bell;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/**
 * Electricity meters of houses, in the prototype's form: a reading is the {@link Load} of the house at the instant,
 * with an error of measurement, to 0.1 mWh.
 */
final class EnergyFeed implements Feed {
    /** Standard deviation of the error of measurement, kWh per 30 s; it is below 3.5 times this. */
    static final double MEASUREMENT_ERROR = 0.0001;

    private static final double PARTS = 1e7;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Cadence CADENCE = Cadence.even(2.2);
    private static final int ERROR = 0;

    private final World world;
    private final int devices;
    private final Draws draws;

    EnergyFeed(World world, int devices) {
        this.world = world;
        this.devices = devices;
        this.draws = Draws.of(world.seed(), "realistic.energy");
    }

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public String defaultTopic() {
        return "energy_consumption";
    }

    @Override
    public int devices() {
        return devices;
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
        return MeterReading.SCHEMA;
    }

    @Override
    public NativeForm nativeForm() {
        return NativeForm.CSV;
    }

    @Override
    public Sample sample(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int nth = (int) (record % devices);
        House house = world.houses().house(nth);
        double usage = measured(world.houses().load(nth, eventNanos), record);
        String location = City.ALL.get(house.place()).name();
        return new Sample(
                Integer.toString(house.id()),
                MeterReading.value(Math.floorDiv(eventNanos, NANOS_PER_SECOND), house.id(), usage, location));
    }

    private double measured(Load load, long record) {
        return Math.round(Math.max(0, load.total() + error(record)) * PARTS) / PARTS;
    }

    private double error(long record) {
        return MEASUREMENT_ERROR * Bell.of(draws.bits(record, ERROR));
    }

    @Override
    public Spoilage spoilage() {
        return MeterReading.SPOILAGE;
    }

    /** The temperature, the expected load and its parts, what is not expected, and the house's coefficients. */
    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int nth = (int) (record % devices);
        Load load = world.houses().load(nth, eventNanos);
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("temperature_c", load.temperatureC());
        truth.put("occupancy", load.occupancy());
        truth.put("expected_load", load.expected());
        truth.put("base", load.base());
        truth.put("activity", load.activity());
        truth.put("cooling", load.cooling());
        truth.put("heating", load.heating());
        truth.put("appliances", load.appliances());
        truth.put("measurement_error", error(record));
        truth.put("coefficients", coefficients(world.houses().house(nth)));
        return truth;
    }

    private static Map<String, Object> coefficients(House house) {
        Map<String, Object> coefficients = new LinkedHashMap<>();
        coefficients.put("base", house.base());
        coefficients.put("activity", house.activity());
        coefficients.put("cooling_per_degree", house.cooling());
        coefficients.put("cool_above_c", house.coolAboveC());
        coefficients.put("heating_per_degree", house.heating());
        coefficients.put("heat_below_c", house.heatBelowC());
        return coefficients;
    }
}
