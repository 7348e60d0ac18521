package io.nrtstreams.analytics.host;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The demo's statements, records as its sources send them, and what the statements make of these in one process. */
final class DemoFeeds {

    private static final Path SQL = Path.of(System.getProperty("nrt.home", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("connectors-config/demo");
    private static final List<String> CATEGORIES =
            List.of("Entertainment", "Dance", "Pranks", "Fitness/sports", "Cooking/recipes");
    private static final List<String> PLACES = List.of("Pune", "Fullerton", "Los Angeles", "Mumbai");
    private static final int PARTITIONS = 2;

    private final KafkaTopic topics;
    private final SplittableRandom random = new SplittableRandom(42);
    private final List<TopicRecord> sent = new ArrayList<>();
    private final Map<String, Long> ends = new LinkedHashMap<>();
    /** Near now, as the broker deletes old records. */
    private final long begin;

    private int number;

    DemoFeeds(KafkaTopic topics, long begin) {
        this.topics = topics;
        this.begin = begin;
    }

    static String statements() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("tiktok", "energy", "weather")) {
            all.append(Files.readString(SQL.resolve(name + ".sql"))).append('\n');
        }
        return all.toString();
    }

    void makeTopics() {
        for (String topic : List.of("tiktok_category", "energy_consumption", "weather")) {
            topics.create(topic, PARTITIONS, Optional.empty(), Optional.empty());
        }
    }

    /** Sends so many more records to each topic. */
    void send(int records) {
        for (int i = 0; i < records; i++) {
            long time = begin + number * 50L;
            int user = 5_000_000 + random.nextInt(10);
            send("tiktok_category", time, Integer.toString(user), view(time));
            int house = random.nextInt(3);
            send("energy_consumption", time, Integer.toString(house), reading(time, house));
            int place = random.nextInt(PLACES.size());
            send("weather", time, PLACES.get(place), poll(place));
            number++;
        }
        topics.flush();
    }

    private String view(long time) {
        return "{\"time\":" + time / 1e3 + ",\"category\":\"" + CATEGORIES.get(random.nextInt(CATEGORIES.size()))
                + "\",\"watchTime\":" + random.nextInt(30) + ",\"liked\":" + random.nextInt(2) + "}";
    }

    private String reading(long time, int house) {
        return "{\"time\":" + time / 1000 + ",\"userId\":" + house + ",\"usage\":" + random.nextInt(1500) / 1e4
                + ",\"location\":\"" + PLACES.get(house) + "\"}";
    }

    /** One in ten is the error of a service that is asked too often. */
    private String poll(int place) {
        return random.nextInt(10) == 0
                ? "{'message': 'You have exceeded the rate limit of this key'}"
                : "{'location': {'name': '" + PLACES.get(place) + "', 'region': None}, 'current': {'temp_f': "
                        + random.nextInt(400, 1000) / 10.0 + ", 'humidity': " + random.nextInt(20, 95) + "}}";
    }

    private void send(String topic, long time, String key, String value) {
        int partition = Math.floorMod(key.hashCode(), PARTITIONS);
        topics.send(topic, partition, time, key, value);
        long offset = ends.merge(topic + partition, 1L, Long::sum) - 1;
        sent.add(new TopicRecord(topic, partition, offset, time, utf8(key), utf8(value), List.of()));
    }

    /** What each topic of the statements must hold, by its name. */
    Map<String, List<KafkaTopic.Text>> expected() throws IOException {
        Map<String, List<KafkaTopic.Text>> expected = new LinkedHashMap<>();
        List<DirectHost> hosts = hosts();
        Deque<TopicRecord> ahead = new ArrayDeque<>();
        for (TopicRecord record : sent) {
            ahead.add(record);
            while (!ahead.isEmpty()) {
                TopicRecord next = ahead.remove();
                for (DirectHost host : hosts) {
                    if (host.topics().contains(next.topic())) {
                        host.process(next, result -> {
                            ahead.add(result);
                            expected.computeIfAbsent(result.topic(), topic -> new ArrayList<>())
                                    .add(text(result));
                        });
                    }
                }
            }
        }
        return expected;
    }

    private List<DirectHost> hosts() throws IOException {
        FunctionRegistry functions = FunctionRegistry.builtIn();
        Formats formats = Formats.withoutRegistry();
        return Engine.create(functions, formats, topics, InstantSource.system())
                .execute(statements(), Map.of())
                .stream()
                .filter(Outcome.Started.class::isInstance)
                .map(Outcome.Started.class::cast)
                .map(started ->
                        DirectHost.start(started.query().plan(), functions, formats, Map.of(), ProcessingLog.NONE))
                .toList();
    }

    private static KafkaTopic.Text text(TopicRecord record) {
        return new KafkaTopic.Text(text(record.key()), text(record.value()), record.timestamp());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
