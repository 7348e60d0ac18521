package io.nrtstreams.analytics.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/** Batches give what the same records give one after the other. */
class FlowEquivalenceTest {

    private static final String A = "CREATE STREAM a (k STRING KEY, v INT, g STRING) "
            + "WITH (KAFKA_TOPIC='a', VALUE_FORMAT='JSON', PARTITIONS=2);";
    private static final String B = "CREATE STREAM b (k STRING KEY, w INT) "
            + "WITH (KAFKA_TOPIC='b', VALUE_FORMAT='JSON', PARTITIONS=2);";
    private static final String T = "CREATE TABLE t (k STRING PRIMARY KEY, v INT, g STRING) "
            + "WITH (KAFKA_TOPIC='a', VALUE_FORMAT='JSON', PARTITIONS=2);";
    private static final String U = "CREATE TABLE u (k STRING PRIMARY KEY, w INT) "
            + "WITH (KAFKA_TOPIC='b', VALUE_FORMAT='JSON', PARTITIONS=2);";
    private static final String O = "CREATE STREAM o AS ";
    private static final String P = "CREATE TABLE p AS ";

    /**
     * @param inOrder whether several topics meet, so that their records come in the order of their times
     * @param byKey whether the order across keys is open
     */
    private record Query(String name, String script, boolean inOrder, boolean byKey) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> queries() {
        List<Query> queries = List.of(
                new Query("projection", A + O + "SELECT k, v + 1 AS x, 10 / v AS y FROM a WHERE v <> 3;", false, false),
                new Query("explode", A + O + "SELECT k, EXPLODE(ARRAY[v, v * 2]) AS x FROM a;", false, false),
                new Query("partition by", A + O + "SELECT * FROM a PARTITION BY g;", false, false),
                new Query("group by", A + P + "SELECT g, COUNT(*) AS n, SUM(v) AS s FROM a GROUP BY g;", false, false),
                new Query(
                        "latest and collect",
                        A + P + "SELECT g, LATEST_BY_OFFSET(v) AS l, COLLECT_LIST(v) AS c FROM a GROUP BY g;",
                        false,
                        false),
                new Query(
                        "having", A + P + "SELECT g, COUNT(*) AS n FROM a GROUP BY g HAVING COUNT(*) > 2;", false, false),
                new Query(
                        "tumbling",
                        A + P + "SELECT k, COUNT(*) AS n FROM a WINDOW TUMBLING (SIZE 5 SECONDS, GRACE PERIOD 4 SECONDS)"
                                + " GROUP BY k;",
                        false,
                        false),
                new Query(
                        "hopping",
                        A + P + "SELECT k, SUM(v) AS n FROM a WINDOW HOPPING (SIZE 6 SECONDS, ADVANCE BY 2 SECONDS,"
                                + " GRACE PERIOD 3 SECONDS) GROUP BY k;",
                        false,
                        false),
                new Query(
                        "session",
                        A + P + "SELECT k, COUNT(*) AS n FROM a WINDOW SESSION (2 SECONDS, GRACE PERIOD 3 SECONDS)"
                                + " GROUP BY k;",
                        false,
                        false),
                new Query(
                        "final",
                        A + P + "SELECT k, COUNT(*) AS n FROM a WINDOW TUMBLING (SIZE 5 SECONDS, GRACE PERIOD 2 SECONDS)"
                                + " GROUP BY k EMIT FINAL;",
                        false,
                        false),
                new Query(
                        "stream-stream",
                        A + B + O + "SELECT a.k, v, w FROM a LEFT JOIN b WITHIN 3 SECONDS GRACE PERIOD 1 SECOND"
                                + " ON a.k = b.k;",
                        true,
                        false),
                new Query(
                        "outer, at once",
                        A + B + O + "SELECT ROWKEY AS k, v, w FROM a FULL JOIN b WITHIN 3 SECONDS ON a.k = b.k;",
                        true,
                        false),
                new Query(
                        "stream-table", A + U + O + "SELECT a.k, v, w FROM a LEFT JOIN u ON a.k = u.k;", true, false),
                new Query(
                        "table-table", T + U + P + "SELECT t.k, v, w FROM t LEFT JOIN u ON t.k = u.k;", true, false),
                new Query(
                        "foreign key",
                        T + U + P + "SELECT t.k, v, w FROM t JOIN u ON t.g = u.k;",
                        true,
                        true),
                new Query(
                        "aggregate of a table",
                        T + P + "SELECT g, COUNT(*) AS n, SUM(v) AS s FROM t GROUP BY g;",
                        false,
                        true),
                new Query("filter of a table", T + P + "SELECT k, v FROM t WHERE v > 3;", false, false),
                new Query(
                        "join of three",
                        A + U + T.replace("TABLE t", "TABLE c").replace("'a'", "'c'") + O
                                + "SELECT a.k, a.v, u.w, c.v AS z FROM a LEFT JOIN u ON a.k = u.k LEFT JOIN c ON a.k = c.k;",
                        true,
                        false));
        return queries.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void oneSlotAndOnePartitionGiveWhatOneProcessGives(Query query) {
        for (int seed = 0; seed < 12; seed++) {
            PersistentQuery planned = FlowRun.planned(query.script);
            List<TopicRecord> inputs = inputs(query, seed, 1);
            List<String> actual = texts(inBatches(new FlowRun(planned, 1), inputs, seed));
            List<String> expected = texts(oneByOne(planned, inputs));
            if (query.byKey) {
                assertThat(byKey(actual)).as("seed %d", seed).isEqualTo(byKey(expected));
            } else {
                assertThat(actual).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void moreSlotsGiveTheSameForEachKey(Query query) {
        for (int seed = 20; seed < 26; seed++) {
            PersistentQuery planned = FlowRun.planned(query.script);
            List<TopicRecord> inputs = inputs(query, seed, 1);
            // A batch for each record: times then reach all slots before the next one.
            FlowRun run = new FlowRun(planned, 3);
            List<TopicRecord> written = new ArrayList<>();
            inputs.forEach(input -> written.addAll(run.batch(List.of(input))));
            assertThat(byKey(texts(written))).as("seed %d", seed).isEqualTo(byKey(texts(oneByOne(planned, inputs))));
        }
    }

    private static List<TopicRecord> oneByOne(PersistentQuery query, List<TopicRecord> inputs) {
        DirectHost host = DirectHost.start(
                query.plan(), FlowRun.FUNCTIONS, FlowRun.FORMATS, Map.of(), ProcessingLog.NONE);
        List<TopicRecord> written = new ArrayList<>();
        inputs.forEach(input -> host.process(input, written::add));
        return written;
    }

    private static List<TopicRecord> inBatches(FlowRun run, List<TopicRecord> inputs, int seed) {
        Random random = new Random(seed);
        List<TopicRecord> written = new ArrayList<>();
        for (int from = 0; from < inputs.size(); ) {
            int until = Math.min(inputs.size(), from + 1 + random.nextInt(40));
            written.addAll(run.batch(inputs.subList(from, until)));
            from = until;
        }
        return written;
    }

    private static List<TopicRecord> inputs(Query query, int seed, int partitions) {
        Random random = new Random(seed);
        List<TopicRecord> records = new ArrayList<>();
        Map<String, Long> offsets = new HashMap<>();
        long time = 100_000;
        for (int i = 0; i < 250; i++) {
            time += 1 + random.nextInt(700);
            String topic = List.of("a", "b", "c").get(random.nextInt(3));
            String key = "k" + random.nextInt(6);
            long at = query.inOrder ? time : Math.max(0, time - random.nextInt(9_000));
            records.add(new TopicRecord(
                    topic,
                    random.nextInt(partitions),
                    offsets.merge(topic, 1L, Long::sum) - 1,
                    at,
                    key.getBytes(StandardCharsets.UTF_8),
                    value(topic, random),
                    List.of()));
        }
        return records;
    }

    private static byte @Nullable [] value(String topic, Random random) {
        if (random.nextInt(12) == 0) {
            return null;
        }
        String text = topic.equals("b")
                ? "{\"W\":" + random.nextInt(6) + "}"
                : "{\"V\":" + random.nextInt(6) + ",\"G\":\"k" + random.nextInt(4) + "\"}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<TopicRecord> records) {
        return records.stream()
                .map(record -> text(record.key()) + " = " + text(record.value()) + " @ " + record.timestamp())
                .toList();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, List<String>> byKey(List<String> texts) {
        Map<String, List<String>> byKey = new TreeMap<>();
        texts.forEach(text -> byKey.computeIfAbsent(text.substring(0, text.indexOf(" = ")), key -> new ArrayList<>())
                .add(text));
        return byKey;
    }
}
