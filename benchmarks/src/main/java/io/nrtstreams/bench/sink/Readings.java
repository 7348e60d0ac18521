package io.nrtstreams.bench.sink;

import java.util.Random;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Device readings of 179 bytes as a line of JSON, as a function of partition and offset: a ring of values that are made
 * beforehand, and a record that is new each time, as the framework makes it. Immutable.
 */
final class Readings {
    static final String TOPIC = "readings";
    /** The field that folders are made of. */
    static final String SITE = "site";

    static final Schema SCHEMA = SchemaBuilder.struct()
            .name("reading")
            .field("device", Schema.STRING_SCHEMA)
            .field(SITE, Schema.STRING_SCHEMA)
            .field("sequence", Schema.INT64_SCHEMA)
            .field("measured_at", Schema.INT64_SCHEMA)
            .field("temperature", Schema.FLOAT64_SCHEMA)
            .field("humidity", Schema.FLOAT64_SCHEMA)
            .field("pressure", Schema.FLOAT64_SCHEMA)
            .field("battery", Schema.INT32_SCHEMA)
            .field("charging", Schema.BOOLEAN_SCHEMA)
            .build();

    private static final int LEAST_RING = 4000;
    private static final long SEED = 20_261_122;
    /** 2026-11-22T00:00:00Z */
    private static final long MIDNIGHT = 1_795_305_600_000L;

    private final Struct[] values;
    private final String[] keys;

    /** Readings that name {@code sites} sites in turn. */
    Readings(int sites) {
        int size = (LEAST_RING + sites - 1) / sites * sites;
        Random random = new Random(SEED);
        values = new Struct[size];
        keys = new String[size];
        for (int i = 0; i < size; i++) {
            keys[i] = String.format("device-%05d", random.nextInt(100_000));
            values[i] = reading(i, keys[i], String.format("site-%04d", i % sites), random);
        }
    }

    private static Struct reading(int i, String device, String site, Random random) {
        return new Struct(SCHEMA)
                .put("device", device)
                .put(SITE, site)
                .put("sequence", 100_000_000L + i)
                .put("measured_at", MIDNIGHT + 250L * i)
                .put("temperature", hundredths(1000, 2500, random))
                .put("humidity", hundredths(2000, 7000, random))
                .put("pressure", hundredths(100_000, 4000, random))
                .put("battery", 10 + random.nextInt(90))
                .put("charging", random.nextBoolean());
    }

    private static double hundredths(int least, int range, Random random) {
        return (least + random.nextInt(range)) / 100.0;
    }

    /** The value at a place of the ring. */
    Struct value(int place) {
        return values[place % values.length];
    }

    int size() {
        return values.length;
    }

    /** The record at an offset: neighbours in a partition name different sites. */
    SinkRecord record(int partition, long offset) {
        int place = (int) ((offset + partition) % values.length);
        return new SinkRecord(
                TOPIC,
                partition,
                Schema.STRING_SCHEMA,
                keys[place],
                SCHEMA,
                values[place],
                offset,
                MIDNIGHT + offset,
                TimestampType.CREATE_TIME,
                new ConnectHeaders());
    }
}
