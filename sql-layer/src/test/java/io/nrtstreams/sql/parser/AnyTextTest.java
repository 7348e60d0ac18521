package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, the answer is a statement or an error with its place, soon and on a small stack. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AnyTextTest {

    private static final int SMALL_STACK = 512 * 1024;
    private static final List<String> STATEMENTS = List.of(
            "CREATE OR REPLACE TABLE t WITH (format = 'JSON') AS SELECT meter, SUM(kwh) AS total FROM energy WINDOW "
                    + "TUMBLING (SIZE 1 DAY, TIME ZONE 'Europe/Berlin') WHERE kwh BETWEEN 1 AND 2.5e0 GROUP BY meter "
                    + "HAVING COUNT(*) > 1 EMIT CHANGES",
            "CREATE STREAM s (id INT KEY, a ARRAY<STRUCT<x DECIMAL(4, 2)>>, h BYTES HEADER('k')) WITH (kafka_topic='x')",
            "SELECT a->b[1], CASE WHEN x LIKE 'y' ESCAPE '!' THEN -1 ELSE CAST(z AS INT) END, f((p, q) => p + q) "
                    + "FROM l LEFT JOIN r WITHIN (1 HOUR, 2 DAYS) ON l.k = r.k UNION ALL SELECT * FROM (SELECT 1 FROM o) i",
            "INSERT INTO s (a, b) VALUES (MAP('k' := STRUCT(v := ARRAY[1])), `q` IS NOT DISTINCT FROM NULL)");

    private static final String SIGNS = "';(),.`\"-*/$\0\uD800x1 ";

    private final Random random = new Random(42);

    /** Fails on anything else than an error with a place; what was read is written and read again. */
    private static void read(String text) {
        try {
            for (ParsedStatement parsed : new SqlParser().parse(text)) {
                Statement statement = parsed.statement();
                String formatted = SqlFormatter.format(statement);
                assertThat(new SqlParser().parse(formatted).get(0).statement())
                        .as(text)
                        .isEqualTo(statement)
                        .hasSameHashCodeAs(statement);
            }
        } catch (SqlException error) {
            assertThat(error.position().isKnown()).as(text).isTrue();
            assertThat(error.getMessage()).as(text).hasSizeLessThan(600);
        }
    }

    @Test
    void bytes() {
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            read(new String(bytes, i % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16));
        }
    }

    @Test
    void tokensInAnyOrder() {
        List<String> tokens = new ArrayList<>(Words.all());
        Stream.of(
                        "a", "`b`", "'c'", "1", "2.5", "3e4", "(", ")", "[", "]", "<", ">", ",", ".", "->", "=>", ":=",
                        "=", "*")
                .forEach(sign -> tokens.addAll(List.of(sign, sign, sign)));
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "SELECT " : "CREATE STREAM ");
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append(tokens.get(random.nextInt(tokens.size()))).append(' ');
            }
            read(text.toString());
        }
    }

    @Test
    void statementsWithMistakes() {
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
            for (int j = random.nextInt(3); j >= 0; j--) {
                int from = random.nextInt(Math.max(1, text.length()));
                int to = Math.min(text.length(), from + random.nextInt(8));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(from, to);
                    case 1 -> text.insert(from, text.substring(from, to));
                    case 2 -> text.insert(from, SIGNS.charAt(random.nextInt(SIGNS.length())));
                    default -> text.insert(from, STATEMENTS.get(random.nextInt(STATEMENTS.size())), 0, to - from);
                }
            }
            read(text.toString());
        }
    }

    @ParameterizedTest
    @MethodSource
    void longAndDeepTexts(String before, String again, String after) throws InterruptedException {
        for (int times : new int[] {40, 120, 400, 10_000}) {
            onSmallStack(() -> read(before + again.repeat(times) + after));
            onSmallStack(() -> read(before + again.repeat(times) + after + ")".repeat(times)));
        }
    }

    static Stream<Arguments> longAndDeepTexts() {
        return Stream.of(
                Arguments.of("SELECT 1", "+1", " FROM t"),
                Arguments.of("SELECT 1", " AND a", " FROM t"),
                Arguments.of("SELECT ", "(", ""),
                Arguments.of("SELECT ", "(a", ""),
                Arguments.of("SELECT ", "f(", "1"),
                Arguments.of("SELECT ", "f(x => ", "1"),
                Arguments.of("SELECT f(", "x => ", "1"),
                Arguments.of("SELECT ", "NOT ", "a FROM t"),
                Arguments.of("SELECT ", "- ", "a FROM t"),
                Arguments.of("SELECT ", "CASE WHEN ", "a"),
                Arguments.of("SELECT ", "ARRAY[", "1"),
                Arguments.of("SELECT ", "MAP(1 := ", "1"),
                Arguments.of("SELECT ", "MAP(", "1"),
                Arguments.of("SELECT a", "->b", " FROM t"),
                Arguments.of("SELECT a", "[1]", " FROM t"),
                Arguments.of("SELECT a", "[a", " FROM t"),
                Arguments.of("SELECT 1", "<1", " FROM t"),
                Arguments.of("SELECT ", "a BETWEEN (", "1"),
                Arguments.of("CREATE TYPE t AS ", "ARRAY<", "INT"),
                Arguments.of("CREATE TYPE t AS ", "STRUCT<a ", "INT"),
                Arguments.of("", "SELECT * FROM (", "SELECT * FROM t"),
                Arguments.of("SELECT * FROM t", " JOIN t ON a", ""),
                Arguments.of("SELECT * FROM t", " UNION ALL SELECT * FROM t", ""),
                Arguments.of("SELECT 1", ", a AS b", " FROM t"),
                Arguments.of("SELECT a FROM t WHERE a IN (1", ", 1", ")"),
                Arguments.of("SELECT a FROM t GROUP BY ", "(", "a"),
                Arguments.of("", "EXPLAIN ", "SHOW TABLES"),
                Arguments.of("SELECT ", "9", " FROM t"),
                Arguments.of("SELECT 1e", "9", " FROM t"),
                Arguments.of("", "/*", ""),
                Arguments.of("", "' ", ""),
                Arguments.of("", ";", "x"));
    }

    private static void onSmallStack(Runnable task) throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((ended, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
