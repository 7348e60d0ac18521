package io.nrtstreams.bench.sql;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Meter readings as JSON, the same in every run: 1,000 meters, 20 cities, 5 tariffs, some 105 bytes each. */
final class Readings {

    static final String TOPIC = "energy";
    static final String METERS_TOPIC = "meters";
    static final int COUNT = 100_000;
    static final int METERS = 1_000;

    private static final int CITIES = 20;
    private static final int TARIFFS = 5;
    private static final long BEGIN = 1_700_000_000_000L;

    private final byte[][] keys = new byte[COUNT][];
    private final byte[][] values = new byte[COUNT][];

    Readings() {
        Random random = new Random(7);
        for (int i = 0; i < COUNT; i++) {
            int meter = random.nextInt(METERS);
            keys[i] = meter(meter);
            values[i] = ("{\"kwh\":" + (random.nextInt(20_000) / 10_000.0) + ",\"city\":\"city-"
                            + random.nextInt(CITIES) + "\",\"tariff\":\"tariff-" + random.nextInt(TARIFFS)
                            + "\",\"phase\":" + random.nextInt(3) + ",\"reading\":" + (1_000_000L + i) + "}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    static byte[] meter(int number) {
        return ("meter-" + number).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] meterRow(int number) {
        return ("{\"owner\":\"owner-" + number + "\",\"cap\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    }

    byte[] key(int i) {
        return keys[i];
    }

    byte[] value(int i) {
        return values[i];
    }

    /** Event times: 100 readings a second. */
    static long time(long number) {
        return BEGIN + number * 10;
    }
}
