package io.nrtstreams.sql.host;

import static io.nrtstreams.sql.host.Plans.aggregate;
import static io.nrtstreams.sql.host.Plans.byForeignKey;
import static io.nrtstreams.sql.host.Plans.filter;
import static io.nrtstreams.sql.host.Plans.groupBy;
import static io.nrtstreams.sql.host.Plans.schema;
import static io.nrtstreams.sql.host.Plans.table;
import static io.nrtstreams.sql.host.Plans.tables;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.tree.Query.JoinType;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After random changes a result table equals what is computed anew from the tables as they are. */
class TableAlgebraTest {

    private static final PlanNode LEFT = table("left", "ID STRING", "G STRING", "V INT");
    private static final PlanNode RIGHT = table("right", "ID STRING", "R INT");

    private final Map<String, String[]> left = new TreeMap<>();
    private final Map<String, String[]> right = new TreeMap<>();

    /** The last row of each key; groups with nothing left count as none. */
    private final Map<String, String> results = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aggregateOverATable(long seed) {
        PlanNode grouped = groupBy(filter(LEFT, "V > 2"), schema("G STRING", "V INT"), "G = G");
        QueryRun run =
                QueryRun.of(aggregate(grouped, schema("G STRING", "N BIGINT", "T INT"), "N = COUNT(*)", "T = SUM(V)"));
        changeAtRandom(run, seed, () -> assertThat(results).isEqualTo(groups()));
    }

    private Map<String, String> groups() {
        Map<String, int[]> groups = new TreeMap<>();
        left.values().stream()
                .filter(row -> Integer.parseInt(row[1]) > 2 && !row[0].isEmpty())
                .forEach(row -> {
                    int[] group = groups.computeIfAbsent(row[0], absent -> new int[2]);
                    group[0]++;
                    group[1] += Integer.parseInt(row[1]);
                });
        Map<String, String> results = new TreeMap<>();
        groups.forEach((key, group) -> results.put(key, group[0] + "," + group[1]));
        return results;
    }

    @ParameterizedTest
    @EnumSource(JoinType.class)
    void joinByKey(JoinType type) {
        QueryRun run = QueryRun.of(tables(LEFT, RIGHT, type));
        changeAtRandom(run, type.ordinal(), () -> assertThat(results).isEqualTo(expected(type, false)));
    }

    @ParameterizedTest
    @CsvSource({"INNER, 1", "LEFT, 1", "INNER, 2", "LEFT, 2", "INNER, 3", "LEFT, 3"})
    void joinByForeignKey(JoinType type, long seed) {
        QueryRun run = QueryRun.of(byForeignKey(LEFT, RIGHT, type, "G"));
        changeAtRandom(run, seed, () -> assertThat(results).isEqualTo(expected(type, true)));
    }

    private Map<String, String> expected(JoinType type, boolean foreign) {
        Map<String, String> expected = new TreeMap<>();
        left.forEach((key, row) -> {
            String[] match = right.get(foreign ? row[0] : key);
            if (match != null || type == JoinType.LEFT || type == JoinType.FULL) {
                expected.put(key, text(row) + "," + (match == null ? "null" : match[0]));
            }
        });
        if (type == JoinType.RIGHT || type == JoinType.FULL) {
            right.forEach((key, row) -> expected.putIfAbsent(key, "null,null," + row[0]));
        }
        return expected;
    }

    private static String text(String[] row) {
        return (row[0].isEmpty() ? "null" : row[0]) + "," + row[1];
    }

    private void changeAtRandom(QueryRun run, long seed, Runnable check) {
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            String key = "k" + random.nextInt(6);
            boolean delete = random.nextInt(4) == 0;
            if (random.nextBoolean()) {
                int group = random.nextInt(5);
                String[] row = {group == 0 ? "" : "k" + group, String.valueOf(random.nextInt(6))};
                change(run, "left", left, key, delete ? null : row, i);
            } else {
                change(run, "right", right, key, delete ? null : new String[] {String.valueOf(i)}, i);
            }
            keepLast(run);
            check.run();
        }
    }

    private static void change(
            QueryRun run, String topic, Map<String, String[]> table, String key, String @Nullable [] row, long time) {
        String value = null;
        if (row == null) {
            table.remove(key);
        } else {
            table.put(key, row);
            value = row.length == 1
                    ? "{\"R\":" + row[0] + "}"
                    : "{\"G\":" + (row[0].isEmpty() ? "null" : '"' + row[0] + '"') + ",\"V\":" + row[1] + "}";
        }
        run.feed(topic, '"' + key + '"', value, time);
    }

    private void keepLast(QueryRun run) {
        for (Row row : run.rows()) {
            String key = QueryRun.columns(row.key());
            String value = QueryRun.columns(row.value());
            if (row.value() == null || value.equals("0,0")) {
                results.remove(key);
            } else {
                results.put(key, value);
            }
        }
        run.rows().clear();
    }
}
