package io.nrtstreams.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.it.stack.Cluster;
import io.nrtstreams.it.stack.Load;
import io.nrtstreams.it.stack.Load.Produced;
import io.nrtstreams.quickstart.audit.Audit;
import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.AuditScope;
import io.nrtstreams.quickstart.audit.FeedAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What real workers go through, under load: what is in S3 then equals what was produced. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerFaultsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 6;
    private static final int A_SECOND = 1500;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd/HH", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** 2020-01-01T10:00:00Z: a broker takes old records, but none of the future. */
    private static final long TEN_O_CLOCK = 1_577_872_800_000L;

    private static final String NO_VALUE_IN_FOLDER = "__HIVE_DEFAULT_PARTITION__";

    @TempDir
    static Path folder;

    private Cluster cluster;
    private ObjectStore store;

    @BeforeAll
    void start() throws Exception {
        cluster = Cluster.start(folder, 2);
        store = cluster.endpoint().lake("").open();
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
        cluster.close();
    }

    private static final Map<String, String> READINGS = Map.of(
            "tasks.max", "2",
            "partition.by", "site={value.site}",
            "envelope", "partition,offset",
            "compression", "gzip",
            "rotate.records", "200",
            "rotate.age", "700ms",
            "consumer.override.partition.assignment.strategy",
                    "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");

    private Load readings(String topic, long seed) {
        return Load.start(
                cluster.bootstrap(),
                A_SECOND,
                seed,
                (number, random) -> new ProducerRecord<>(
                        topic, number % PARTITIONS, null, reading(number, "abc".charAt(random.nextInt(3)))));
    }

    private static String reading(int number, char site) {
        return "{\"n\":" + number + ",\"site\":\"" + site + "\"}";
    }

    /** Waits until the sink has committed all, ends it, and compares what is stored with what was to be stored. */
    private void verify(String sink, String topic, Stream<StoredRecord> expected) {
        cluster.awaitCommitted(sink, topic);
        cluster.deleteSink(sink);
        cluster.awaitMembers(sink, 0);
        List<StoredRecord> stored = StoredRecord.below(store, sink, topic);
        assertThat(StoredRecord.differences(expected.toList(), stored))
                .as("%s: of %s stored records", sink, stored.size())
                .isEmpty();
    }

    /** The audit's own verdict on one topic: nothing found. */
    private FeedAudit auditedClean(String sink, List<String> deadLetters) {
        AuditReport audit = Audit.ofTheRunningSystem().run(auditScope(sink, deadLetters));
        assertThat(audit.clean()).as(audit.toString()).isTrue();
        assertThat(audit.feeds()).hasSize(1);
        FeedAudit feed = audit.feeds().get(0);
        System.out.printf(
                "%s: %d produced, %d stored, %d dead letters, findings 0%n",
                sink, feed.produced(), feed.stored(), feed.rejected());
        return feed;
    }

    private AuditScope auditScope(String prefix, List<String> deadLetters) {
        return new AuditScope(
                cluster.bootstrap(), cluster.endpoint().lake(prefix), Optional.empty(), Map.of(), deadLetters);
    }

    private static StoredRecord bySite(Produced record) {
        SortedMap<String, String> fields = StoredRecord.fields(json(record));
        return StoredRecord.of(record.partition(), record.offset(), "site=" + fields.get("site"), fields);
    }

    private static JsonNode json(Produced record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new AssertionError(record.value(), e);
        }
    }

    @Test
    void workersThatLeaveAndDieAndComeBackLoseAndDoubleNothing() throws Exception {
        String name = "comings-and-goings";
        cluster.offsets().createTopic(name, PARTITIONS);
        cluster.createSink(name, name, READINGS);
        try (Load load = readings(name, 1)) {
            cluster.awaitSpread(name);
            cluster.awaitCommitted(name, name);

            cluster.worker(1).stop();
            cluster.awaitCommitted(name, name);
            cluster.worker(1).startAgain();
            cluster.awaitSpread(name);
            cluster.awaitCommitted(name, name);

            cluster.worker(1).kill();
            cluster.awaitCommitted(name, name);
            cluster.worker(1).startAgain();
            cluster.awaitSpread(name);
            cluster.awaitCommitted(name, name);

            verify(name, name, load.stop().stream().map(WorkerFaultsIT::bySite));
        }
        auditedClean(name, List.of());
    }

    @Test
    void aTaskThatWasFrozenUntilItsPartitionsWereAnothersStoresNothingTwice() throws Exception {
        String name = "zombie";
        cluster.offsets().createTopic(name, PARTITIONS);
        Map<String, String> settings = new TreeMap<>(READINGS);
        // Files are open for long, so that the frozen task holds some, which its successor stores otherwise.
        settings.put("rotate.age", "2s");
        settings.put("rotate.records", "100000");
        cluster.createSink(name, name, settings);
        try (Load load = readings(name, 2)) {
            cluster.awaitSpread(name);
            cluster.awaitCommitted(name, name);

            cluster.worker(1).freeze();
            // Of all partitions, those of the frozen task too: somebody else has them now.
            cluster.awaitCommitted(name, name);
            cluster.worker(1).thaw();
            cluster.awaitSpread(name);
            cluster.awaitCommitted(name, name);

            verify(name, name, load.stop().stream().map(WorkerFaultsIT::bySite));
        }
        auditedClean(name, List.of());
    }

    @Test
    void schemasThatTakeTurnsAndLateRecordsAreStoredOnceInBothFormatsWhileAWorkerDies() throws Exception {
        String topic = "taking-turns";
        cluster.offsets().createTopic(topic, PARTITIONS);
        for (String format : List.of("json", "csv")) {
            Map<String, String> settings = new TreeMap<>(READINGS);
            settings.putAll(Map.of(
                    "format", format,
                    "partition.by", "{timestamp:yyyy-MM-dd/HH}",
                    "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                    "value.converter.schemas.enable", "true",
                    "rotate.records", "40",
                    "rotate.bytes", "1KB"));
            cluster.createSink("turns-" + format, topic, settings);
        }
        try (Load load = Load.start(
                cluster.bootstrap(), A_SECOND / 3, 3, (number, random) -> takingTurns(topic, number, random))) {
            cluster.awaitSpread("turns-json", "turns-csv");
            cluster.awaitCommitted("turns-json", topic);
            cluster.worker(1).kill();
            cluster.awaitCommitted("turns-json", topic);
            cluster.awaitCommitted("turns-csv", topic);
            cluster.worker(1).startAgain();
            cluster.awaitSpread("turns-json", "turns-csv");

            List<StoredRecord> expected =
                    load.stop().stream().map(WorkerFaultsIT::byHour).toList();
            for (String sink : List.of("turns-json", "turns-csv")) {
                verify(sink, topic, expected.stream());
                auditedClean(sink, List.of());
            }
        }
    }

    /** Every third record has a field more; every tenth is up to a day late. */
    private static ProducerRecord<String, String> takingTurns(String topic, int number, Random random) {
        boolean wide = number % 3 == 0;
        String fields = "{\"type\":\"int32\",\"field\":\"n\"}"
                + (wide ? ",{\"type\":\"string\",\"field\":\"extra\",\"optional\":true}" : "");
        String payload = "{\"n\":" + number + (wide && number % 2 == 0 ? ",\"extra\":\"e" + number + "\"" : "") + "}";
        long late = random.nextInt(10) == 0 ? random.nextInt(86_400_000) : 0;
        return new ProducerRecord<>(
                topic,
                random.nextInt(PARTITIONS),
                TEN_O_CLOCK + number * 1000L - late,
                null,
                "{\"schema\":{\"type\":\"struct\",\"fields\":[" + fields + "]},\"payload\":" + payload + "}");
    }

    private static StoredRecord byHour(Produced record) {
        return StoredRecord.of(
                record.partition(),
                record.offset(),
                HOUR.format(Instant.ofEpochMilli(record.timestamp())),
                StoredRecord.fields(json(record).path("payload")));
    }

    @Test
    void whatCannotBeStoredIsInTheDeadLetterQueueAndHoldsNothingUp() throws Exception {
        String name = "rejects";
        cluster.offsets().createTopic(name, PARTITIONS);
        Map<String, String> settings = new TreeMap<>(READINGS);
        settings.putAll(Map.of(
                "null.values", "fail",
                "timestamp.source", "field:at",
                "partition.by", "site={value.site}/{timestamp:HH}",
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", "rejects.dlq",
                "errors.deadletterqueue.topic.replication.factor", "1",
                "errors.deadletterqueue.context.headers.enable", "true"));
        cluster.createSink(name, name, settings);
        try (Load load =
                Load.start(cluster.bootstrap(), A_SECOND, 4, (number, random) -> maybeBad(name, number, random))) {
            cluster.awaitCommitted(name, name);
            load.awaitCount(4000);

            List<Produced> produced = new ArrayList<>(load.stop());
            produced.addAll(badOnesAtTheEndOfEachPartition(name));
            verify(name, name, produced.stream().filter(WorkerFaultsIT::isGood).map(WorkerFaultsIT::bySiteAndHour));

            FeedAudit feed = auditedClean(name, List.of("rejects.dlq"));
            assertThat(feed.produced()).isEqualTo(produced.size());
            assertThat(feed.stored() + feed.rejected()).isEqualTo(produced.size());
            assertThat(feed.rejected()).isGreaterThan(produced.size() / 5);
        }
    }

    private static final List<String> BAD = Arrays.asList(
            null, // no value
            "{\"n\":1,\"si", // no JSON
            "{\"n\":1,\"site\":\"a\",\"at\":\"noon\"}", // a time that is none
            "{\"n\":1,\"site\":{\"of\":\"a\"},\"at\":1}"); // a folder that is no single value

    private static ProducerRecord<String, String> maybeBad(String topic, int number, Random random) {
        String good = random.nextInt(10) == 0
                ? "{\"n\":" + number + "}" // neither field of the folder
                : "{\"n\":" + number + ",\"site\":\"a\",\"at\":" + (TEN_O_CLOCK + number * 60_000L) + "}";
        String value = random.nextInt(3) == 0 ? BAD.get(random.nextInt(BAD.size())) : good;
        return new ProducerRecord<>(topic, random.nextInt(PARTITIONS), null, value);
    }

    private static boolean isGood(Produced record) {
        return !BAD.contains(record.value());
    }

    private List<Produced> badOnesAtTheEndOfEachPartition(String topic) throws Exception {
        try (Load load = Load.start(
                cluster.bootstrap(),
                A_SECOND,
                5,
                (number, random) ->
                        new ProducerRecord<>(topic, number % PARTITIONS, null, BAD.get(number % BAD.size())))) {
            load.awaitCount(BAD.size() * PARTITIONS);
            return load.stop();
        }
    }

    private static StoredRecord bySiteAndHour(Produced record) {
        SortedMap<String, String> fields = StoredRecord.fields(json(record));
        String site = fields.getOrDefault("site", NO_VALUE_IN_FOLDER);
        String hour = fields.containsKey("at")
                ? HOUR.format(Instant.ofEpochMilli(Long.parseLong(fields.get("at"))))
                        .substring(11)
                : NO_VALUE_IN_FOLDER;
        return StoredRecord.of(record.partition(), record.offset(), "site=" + site + "/" + hour, fields);
    }
}
