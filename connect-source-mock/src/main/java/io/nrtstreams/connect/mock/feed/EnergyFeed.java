package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/**
 * Electricity meters: {@code time,userId,usage,location}, keyed by the user, as the original prototype sent them. Time
 * is whole epoch seconds; usage is uniform over [0, 0.15) (kWh per 30 s), printed as a Python float with all its
 * digits; the houses take turns.
 */
final class EnergyFeed implements Feed {
    private static final long[] USERS = {12_345_434, 30_000_045, 37_648_475};
    private static final String[] KEYS = {"12345434", "30000045", "37648475"};
    private static final String[] LOCATIONS = {"Pune", "Fullerton", "Los Angeles"};
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Cadence CADENCE = Cadence.even(2.2);

    private static final int USAGE = 0;

    private final Draws draws;

    EnergyFeed(long seed) {
        draws = Draws.of(seed, name());
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
        return USERS.length;
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
        int house = (int) (record % USERS.length);
        double usage = draws.unit(record, USAGE) * MeterReading.MOST_USAGE;
        return new Sample(
                KEYS[house], MeterReading.value(eventNanos / NANOS_PER_SECOND, USERS[house], usage, LOCATIONS[house]));
    }

    @Override
    public Spoilage spoilage() {
        return MeterReading.SPOILAGE;
    }

    /** Nothing: the values are drawn and have no cause. */
    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        return Map.of();
    }
}
