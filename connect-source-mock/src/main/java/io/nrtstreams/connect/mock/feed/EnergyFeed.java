package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.Set;

/**
 * Electricity meters: {@code time,userId,usage,location}, keyed by the user, as the original prototype sent them. Time
 * is whole epoch seconds; usage is uniform over [0, 0.15) (kWh per 30 s), printed as a Python float with all its
 * digits; the houses take turns.
 */
final class EnergyFeed implements Feed {
    private static final String[] USERS = {"12345434", "30000045", "37648475"};
    private static final String[] LOCATIONS = {"Pune", "Fullerton", "Los Angeles"};
    private static final double MOST_USAGE = 0.15;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Cadence CADENCE = Cadence.even(2.2);
    private static final CsvDefects DEFECTS = new CsvDefects(2);

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
    public Message message(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        int house = (int) (record % USERS.length);
        StringBuilder line = new StringBuilder(56);
        line.append(eventNanos / NANOS_PER_SECOND)
                .append(',')
                .append(USERS[house])
                .append(',');
        PythonText.appendFloat(line, draws.unit(record, USAGE) * MOST_USAGE)
                .append(',')
                .append(LOCATIONS[house]);
        return Message.text(USERS[house], line.toString());
    }

    @Override
    public Set<DirtKind> dirt() {
        return CsvDefects.KINDS;
    }

    @Override
    public Message spoilt(Message clean, DirtKind kind, Draws choice, long record) {
        return DEFECTS.spoilt(clean, kind, choice, record);
    }
}
