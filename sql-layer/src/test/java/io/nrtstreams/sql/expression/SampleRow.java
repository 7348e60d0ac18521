package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.SampleFunctions;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.row.Origin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord.Header;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.TypeName;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row with a column of each type, over which tests compute expressions. Columns whose name begins with N are null. */
final class SampleRow {

    private static final SqlParser PARSER = new SqlParser();

    private static final ExpressionCompiler COMPILER = new ExpressionCompiler(
            FunctionRegistry.of(SampleFunctions.all()),
            Map.of("ADDRESS", new SqlType.Struct(List.of(new SqlType.Field("CITY", type("STRING"))))));

    private static final SqlType.Struct STRUCT = (SqlType.Struct) type("STRUCT<F INT, G STRUCT<H STRING>>");

    static final Schema SCHEMA = new Schema(
            List.of(new Column("K", type("STRING"))),
            columns(
                    "I INT",
                    "L BIGINT",
                    "D DOUBLE",
                    "P DECIMAL(4, 2)",
                    "S STRING",
                    "B BOOLEAN",
                    "Y BYTES",
                    "T TIME",
                    "DT DATE",
                    "TS TIMESTAMP",
                    "A ARRAY<INT>",
                    "M MAP<STRING, INT>",
                    "ST STRUCT<F INT, G STRUCT<H STRING>>",
                    "ZERO INT",
                    "AL ARRAY<BIGINT>",
                    "NI INT",
                    "NS STRING",
                    "NB BOOLEAN",
                    "NA ARRAY<INT>",
                    "NST STRUCT<F INT, G STRUCT<H STRING>>",
                    "NP DECIMAL(4, 2)"),
            List.of(
                    new Schema.HeaderColumn(
                            new Column("HS", type("ARRAY<STRUCT<KEY STRING, VALUE BYTES>>")), Optional.empty()),
                    new Schema.HeaderColumn(new Column("H", type("BYTES")), Optional.of("trace"))),
            true);

    static final Row ROW = new Row(
            new Object[] {"key"},
            new Window(1_000, 2_000),
            new @Nullable Object[] {
                7,
                3_000_000_000L,
                1.5,
                new BigDecimal("12.34"),
                "text",
                true,
                bytes("ab"),
                LocalTime.of(10, 20, 30),
                LocalDate.of(2024, 2, 29),
                Instant.parse("2024-02-29T10:20:30.123Z"),
                Arrays.asList(1, null, 3),
                Map.of("one", 1),
                new StructValue(
                        STRUCT,
                        5,
                        new StructValue((SqlType.Struct) STRUCT.fields().get(1).type(), "deep")),
                0,
                List.of(1L, 2L),
                null,
                null,
                null,
                null,
                null,
                null
            },
            null,
            Instant.parse("2024-02-29T00:00:00Z").toEpochMilli(),
            new Origin("topic", 3, 42, List.of(header("trace", "1"), header("other", "2"), header("trace", "3"))));

    private SampleRow() {}

    static TypedExpression compile(String sql) {
        return COMPILER.compile(expression(sql), Scopes.of(SCHEMA));
    }

    static Expression expression(String sql) {
        return PARSER.parseExpression(sql);
    }

    static @Nullable Object value(String sql) {
        return compile(sql).evaluate(ROW);
    }

    /** The type and the value as text, such as {@code INTEGER 8}. */
    static String typed(String sql) {
        TypedExpression compiled = compile(sql);
        return compiled.type().map(SqlType::toString).orElse("?") + " " + compiled.evaluate(ROW);
    }

    static SqlType type(String sql) {
        TypeName name = PARSER.parseType(sql);
        return new TypeResolver(Map.of()).resolve(name);
    }

    static ExpressionCompiler compiler() {
        return COMPILER;
    }

    private static List<Column> columns(String... declarations) {
        List<Column> columns = new ArrayList<>();
        for (String declaration : declarations) {
            int blank = declaration.indexOf(' ');
            columns.add(new Column(declaration.substring(0, blank), type(declaration.substring(blank + 1))));
        }
        return columns;
    }

    private static Header header(String key, String value) {
        return new Header(key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
