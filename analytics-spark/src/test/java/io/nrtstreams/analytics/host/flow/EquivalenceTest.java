package io.nrtstreams.analytics.host.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Micro-batches give what one process gives that takes a record at a time. */
class EquivalenceTest {

    private static final int SEEDS = 6;
    private static final int BATCHES = 8;
    private static final int MOST_RECORDS = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STREAM o AS SELECT person, page, amount + 1 AS more FROM clicks WHERE amount > 3",
                "STREAM o AS SELECT person, EXPLODE(SPLIT(page, '-')) AS part FROM clicks",
                "STREAM o AS SELECT page, person, ratio FROM clicks PARTITION BY page",
                "TABLE o AS SELECT id, city FROM people WHERE level > 4",
                "TABLE o AS SELECT page, COUNT(*) AS n, SUM(amount) AS total, AVG(ratio) AS mean, MIN(ratio) AS low,"
                        + " MAX(amount) AS high FROM clicks GROUP BY page",
                "TABLE o AS SELECT page, person, COLLECT_LIST(amount) AS every, COLLECT_SET(ratio) AS some,"
                        + " HISTOGRAM(person) AS who, TOPK(amount, 3) AS top, STDDEV_SAMP(ratio) AS spread,"
                        + " COUNT_DISTINCT(amount) AS kinds FROM clicks GROUP BY page, person",
                "TABLE o AS SELECT page, EARLIEST_BY_OFFSET(amount) AS first, LATEST_BY_OFFSET(amount) AS last,"
                        + " LATEST_BY_OFFSET(ratio, 3) AS three FROM clicks GROUP BY page HAVING COUNT(*) > 2",
                "TABLE o AS SELECT person, COUNT(*) AS n FROM clicks WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY person",
                "TABLE o AS SELECT page, SUM(amount) AS total FROM clicks"
                        + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 5 SECONDS) GROUP BY page",
                "TABLE o AS SELECT page, COUNT(*) AS n, LATEST_BY_OFFSET(amount) AS last FROM clicks"
                        + " WINDOW HOPPING (SIZE 30 SECONDS, ADVANCE BY 10 SECONDS, GRACE PERIOD 8 SECONDS)"
                        + " GROUP BY page",
                "TABLE o AS SELECT page, person, COUNT(*) AS n FROM clicks"
                        + " WINDOW TUMBLING (SIZE 20 SECONDS, GRACE PERIOD 10 SECONDS) GROUP BY page, person EMIT FINAL",
                "TABLE o AS SELECT page, SUM(amount) AS total, EARLIEST_BY_OFFSET(person) AS first,"
                        + " COLLECT_LIST(amount) AS every FROM clicks"
                        + " WINDOW SESSION (5 SECONDS, GRACE PERIOD 20 SECONDS) GROUP BY page",
                "TABLE o AS SELECT person, COUNT(*) AS n FROM clicks"
                        + " WINDOW SESSION (3 SECONDS, GRACE PERIOD 5 SECONDS) GROUP BY person EMIT FINAL",
                "STREAM o AS SELECT c.person, c.amount, v.seconds FROM clicks c JOIN views v"
                        + " WITHIN 10 SECONDS ON c.person = v.person",
                "STREAM o AS SELECT c.person, c.amount, v.seconds FROM clicks c LEFT JOIN views v"
                        + " WITHIN 10 SECONDS ON c.person = v.person",
                "STREAM o AS SELECT ROWKEY AS k, c.amount, v.seconds FROM clicks c FULL OUTER JOIN views v"
                        + " WITHIN (5 SECONDS, 10 SECONDS) GRACE PERIOD 4 SECONDS ON c.person = v.person",
                "STREAM o AS SELECT c.page, c.amount, v.seconds FROM clicks c LEFT JOIN views v"
                        + " WITHIN 10 SECONDS GRACE PERIOD 5 SECONDS ON c.page = v.page",
                "STREAM o AS SELECT c.person, c.amount, p.city FROM clicks c JOIN people p ON c.person = p.id",
                "STREAM o AS SELECT c.page, c.amount, p.city FROM clicks c LEFT JOIN people p ON c.page = p.id",
                "TABLE o AS SELECT p.id, p.level, s.points FROM people p JOIN scores s ON p.id = s.id",
                "TABLE o AS SELECT p.id, p.level, s.points FROM people p LEFT JOIN scores s ON p.id = s.id",
                "TABLE o AS SELECT ROWKEY AS k, p.level, s.points FROM people p FULL OUTER JOIN scores s ON p.id = s.id",
                "TABLE o AS SELECT p.id, p.level, c.country FROM people p JOIN cities c ON p.city = c.name",
                "TABLE o AS SELECT p.id, p.level, c.country FROM people p LEFT JOIN cities c ON p.city = c.name",
                "TABLE o AS SELECT city, COUNT(*) AS n, SUM(level) AS total, COLLECT_LIST(level) AS every FROM people"
                        + " GROUP BY city",
                "STREAM o AS SELECT c.person, c.amount, v.seconds, p.city FROM clicks c"
                        + " JOIN views v WITHIN 8 SECONDS ON c.person = v.person JOIN people p ON c.person = p.id",
                "TABLE o AS SELECT p.id, s.points, c.country FROM people p JOIN cities c ON p.city = c.name"
                        + " JOIN scores s ON p.id = s.id",
                "TABLE o AS SELECT c.country, COUNT(*) AS n FROM people p JOIN cities c ON p.city = c.name"
                        + " GROUP BY c.country",
                "TABLE o AS SELECT p.city, COUNT(*) AS n, SUM(c.amount) AS total FROM clicks c"
                        + " JOIN people p ON c.person = p.id GROUP BY p.city",
            })
    void oneSlotGivesTheSameRecordsInTheSameOrderHoweverTheInputIsCut(String statement) {
        QueryPlan plan = Planned.plan("CREATE " + statement + ";");
        FlowEnvironment environment = Planned.environment();
        int written = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            RandomRecords records = new RandomRecords(plan, random, 1);
            List<ProcessingLog.Entry> expectedLog = new ArrayList<>();
            Reference reference = new Reference(plan, expectedLog::add);
            MicroBatches batches = new MicroBatches(Planned.hosted(plan, 1), environment, random);
            for (int batch = 0; batch < BATCHES; batch++) {
                List<TopicRecord> input = records.next(random.nextInt(MOST_RECORDS));
                List<String> expected = texts(reference.run(input));
                written += expected.size();
                assertThat(texts(batches.run(input)))
                        .as("batch %d of seed %d", batch, seed)
                        .containsExactlyElementsOf(expected);
            }
            assertThat(batches.log()).hasSameSizeAs(expectedLog);
        }
        assertThat(written).isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TABLE o AS SELECT page, COUNT(*) AS n, SUM(amount) AS total, LATEST_BY_OFFSET(amount) AS last"
                        + " FROM clicks GROUP BY page",
                "TABLE o AS SELECT page, SUM(amount) AS total FROM clicks"
                        + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 40 SECONDS) GROUP BY page",
                "TABLE o AS SELECT page, COUNT(*) AS n FROM clicks"
                        + " WINDOW TUMBLING (SIZE 20 SECONDS, GRACE PERIOD 40 SECONDS) GROUP BY page EMIT FINAL",
                "TABLE o AS SELECT person, SUM(amount) AS total FROM clicks"
                        + " WINDOW SESSION (5 SECONDS, GRACE PERIOD 40 SECONDS) GROUP BY person",
                "STREAM o AS SELECT c.person, c.amount, v.seconds FROM clicks c JOIN views v"
                        + " WITHIN 40 SECONDS ON c.person = v.person",
                "STREAM o AS SELECT c.page, c.amount, v.seconds FROM clicks c JOIN views v"
                        + " WITHIN 40 SECONDS ON c.page = v.page",
                "STREAM o AS SELECT c.page, c.amount, p.city FROM clicks c LEFT JOIN people p ON c.page = p.id",
                "TABLE o AS SELECT ROWKEY AS k, p.level, s.points FROM people p FULL OUTER JOIN scores s ON p.id = s.id",
                "TABLE o AS SELECT p.id, p.level, c.country FROM people p LEFT JOIN cities c ON p.city = c.name",
                "TABLE o AS SELECT city, COUNT(*) AS n, SUM(level) AS total FROM people GROUP BY city",
                "TABLE o AS SELECT c.country, COUNT(*) AS n FROM people p JOIN cities c ON p.city = c.name"
                        + " GROUP BY c.country",
            })
    void severalSlotsAndPartitionsGiveTheSameForEachKey(String statement) {
        QueryPlan plan = Planned.plan("CREATE " + statement + ";");
        FlowEnvironment environment = Planned.environment();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            RandomRecords records = new RandomRecords(plan, random, 3);
            Reference reference = new Reference(plan, ProcessingLog.NONE);
            MicroBatches batches = new MicroBatches(Planned.hosted(plan, 4), environment, random);
            Map<String, List<String>> expected = new TreeMap<>();
            Map<String, List<String>> given = new TreeMap<>();
            for (int batch = 0; batch < BATCHES; batch++) {
                List<TopicRecord> input = records.next(random.nextInt(MOST_RECORDS));
                addByKey(reference.run(input), expected);
                addByKey(batches.run(input), given);
            }
            assertThat(given).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static void addByKey(List<TopicRecord> records, Map<String, List<String>> byKey) {
        for (TopicRecord record : records) {
            byKey.computeIfAbsent(text(record.key()), key -> new ArrayList<>()).add(text(record));
        }
    }

    private static List<String> texts(List<TopicRecord> records) {
        return records.stream().map(EquivalenceTest::text).toList();
    }

    private static String text(TopicRecord record) {
        return text(record.key()) + " -> " + text(record.value()) + " @" + record.timestamp() + " "
                + record.headers().stream().map(TopicRecord.Header::key).toList();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, UTF_8);
    }
}
