package io.nrtstreams.it.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a sink is given and how it is set.
 *
 * @param name for messages
 * @param log what it reads
 * @param settings what is the same for every task
 * @param first settings and batch of the first task
 * @param second settings and batch of the one that follows a kill: its files would end elsewhere
 */
record Scenario(String name, Log log, Map<String, String> settings, Pace first, Pace second) {
    /** How a task goes about it: most records of a partition in a poll, and what ends its files. */
    record Pace(int batch, Map<String, String> settings) {}

    /** Three partitions with three paths; files end by records, by bytes and by age. */
    static Scenario smallObjects() {
        Log log = Log.of(
                3,
                36,
                List.of("a", "b", "a", "a", "c", "b"),
                // Those of b are long, so that bytes end their files before records do.
                (partition, offset) -> (offset + partition) % 6 == 1 ? "long ".repeat(40) + offset : "n" + offset);
        return new Scenario(
                "small objects",
                log,
                Map.of(),
                new Pace(5, Map.of("rotate.records", "5", "rotate.bytes", "600B", "rotate.age", "120ms")),
                new Pace(9, Map.of("rotate.records", "7", "rotate.bytes", "900B", "rotate.age", "150ms")));
    }

    /** Objects of more than one part between smaller ones. */
    static Scenario objectsInParts() {
        Log log = Log.of(1, 10, List.of("a"), (partition, offset) -> noise(1_060_000, offset));
        return new Scenario(
                "objects in parts",
                log,
                Map.of("s3.part.size", "5MB", "memory.budget", "64MB"),
                new Pace(2, Map.of("rotate.records", "5", "rotate.age", "150ms")),
                new Pace(3, Map.of("rotate.bytes", "6MB", "rotate.age", "150ms")));
    }

    /** As little as can be. */
    static Scenario oneObject() {
        Pace pace = new Pace(12, Map.of("rotate.records", "12"));
        return new Scenario(
                "one object", Log.of(1, 12, List.of("a"), (partition, offset) -> "n"), Map.of(), pace, pace);
    }

    /** As little as can be of what is uploaded in parts. */
    static Scenario oneObjectInParts() {
        Log log = Log.of(1, 5, List.of("a"), (partition, offset) -> noise(1_060_000, offset));
        Pace pace = new Pace(9, Map.of("rotate.records", "5"));
        return new Scenario("one object in parts", log, Map.of("s3.part.size", "5MB"), pace, pace);
    }

    /** Files fill the memory long before they are due, so that the largest are closed early and reading pauses. */
    static Scenario littleMemory() {
        Log log = Log.of(
                3,
                30,
                List.of("a", "b", "c", "a"),
                (partition, offset) -> noise(20_000 + 3000 * (offset % 7), partition * 100L + offset));
        return new Scenario(
                "little memory",
                log,
                Map.of("memory.budget", "1MB", "uploads.in.flight", "2", "rotate.bytes", "600KB"),
                new Pace(6, Map.of("rotate.age", "400ms", "compression", "gzip")),
                new Pace(9, Map.of("rotate.records", "8", "rotate.age", "300ms", "compression", "gzip")));
    }

    private static String noise(int length, long seed) {
        return new Random(seed)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same, set otherwise. */
    Scenario with(String key, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(key, value);
        return new Scenario(name + ", " + key + "=" + value, log, changed, first, second);
    }

    @Override
    public String toString() {
        return name;
    }

    Map<String, String> properties(Pace pace) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("topics", Log.TOPIC);
        properties.put("partition.by", "site={value.site}");
        properties.put("envelope", "partition,offset");
        properties.putAll(pace.settings());
        return properties;
    }
}
