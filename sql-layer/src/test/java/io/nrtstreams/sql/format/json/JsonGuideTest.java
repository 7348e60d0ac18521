package io.nrtstreams.sql.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/sql/formats.md are true. */
final class JsonGuideTest {

    private static final List<SqlType> TYPES = List.of(
            SqlTypes.BOOLEAN,
            SqlTypes.INTEGER,
            SqlTypes.BIGINT,
            SqlTypes.DOUBLE,
            new SqlType.Decimal(6, 2),
            SqlTypes.STRING,
            SqlTypes.BYTES,
            SqlTypes.DATE,
            SqlTypes.TIME,
            SqlTypes.TIMESTAMP,
            new SqlType.Array(SqlTypes.INTEGER),
            new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER),
            new SqlType.Struct(List.of(new SqlType.Field("X", SqlTypes.INTEGER))));

    /** The rows of five cells: type, takes, example, value, written. */
    static Stream<List<String>> examples() throws IOException {
        Path page = Path.of(System.getProperty("nrt.home", "..")).resolve("docs/sql/formats.md");
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .filter(cells -> cells.size() == 5);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsTrue(List<String> cells) throws DecodeException {
        RowCodec codec = new JsonFormat()
                .codec(FormatSpec.of("JSON"), List.of(new Column("V", type(cells.get(0)))), Part.KEY, "topic");

        Object[] row = codec.decode(code(cells.get(2)).getBytes(StandardCharsets.UTF_8));

        assertThat(text(row[0])).isEqualTo(cells.get(3));
        assertThat(new String(codec.encode(row), StandardCharsets.UTF_8)).isEqualTo(code(cells.get(4)));
    }

    private static SqlType type(String name) {
        return TYPES.stream()
                .filter(type -> type.toString().replace("`", "").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Object value) {
        return value instanceof ByteBuffer bytes ? bytes.remaining() + " bytes" : value.toString();
    }

    private static String code(String cell) {
        return cell.substring(1, cell.length() - 1);
    }
}
