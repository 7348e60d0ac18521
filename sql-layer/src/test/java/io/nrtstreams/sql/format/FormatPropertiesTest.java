package io.nrtstreams.sql.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all columns and rows, and for all bytes. */
final class FormatPropertiesTest {

    private static final Formats FORMATS = Formats.withoutRegistry();
    private static final List<SqlType> PRIMITIVES =
            List.of(SqlTypes.INTEGER, SqlTypes.BIGINT, SqlTypes.DOUBLE, SqlTypes.STRING, SqlTypes.BYTES);

    /** A codec of a seed's columns, and rows for it. */
    private record Subject(String name, List<Column> columns, RowCodec codec, RandomValues values) {
        @Override
        public String toString() {
            return name + " " + columns;
        }
    }

    static Stream<Subject> subjects() {
        return Stream.iterate(0L, seed -> seed < 60, seed -> seed + 1)
                .flatMap(seed -> Stream.of(json(seed), anonymousJson(seed), delimited(seed), kafka(seed)));
    }

    private static Subject json(long seed) {
        RandomValues values = new RandomValues(seed);
        return subject(FormatSpec.of("JSON"), values.columns(6, true), values);
    }

    private static Subject anonymousJson(long seed) {
        RandomValues values = new RandomValues(seed);
        FormatSpec spec = new FormatSpec("JSON", Map.of(), Optional.of(false));
        return subject(spec, List.of(new Column("V", values.type(3))), values);
    }

    private static Subject delimited(long seed) {
        RandomValues values = new RandomValues(seed);
        String delimiter = List.of(",", "|", "TAB", "SPACE").get((int) seed % 4);
        FormatSpec spec = new FormatSpec("DELIMITED", Map.of("DELIMITER", delimiter), Optional.empty());
        return subject(spec, values.columns(6, false), values);
    }

    private static Subject kafka(long seed) {
        SqlType type = PRIMITIVES.get((int) seed % PRIMITIVES.size());
        return subject(FormatSpec.of("KAFKA"), List.of(new Column("V", type)), new RandomValues(seed));
    }

    private static Subject subject(FormatSpec spec, List<Column> columns, RandomValues values) {
        Format format = FORMATS.find(spec.name());
        format.validate(spec, columns, Part.VALUE);
        return new Subject(spec.name(), columns, format.codec(spec, columns, Part.VALUE, "topic"), values);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void whatIsWrittenIsReadAgain(Subject subject) throws DecodeException {
        for (int i = 0; i < 40; i++) {
            Object[] row = subject.values.row(subject.columns);

            byte[] bytes = subject.codec.encode(row);

            Object[] read = subject.codec.decode(bytes);
            if (bytes == null) {
                assertThat(row).containsOnlyNulls();
            } else {
                assertThat(read).isEqualTo(row);
                assertThat(subject.codec.encode(read)).isEqualTo(bytes);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void badBytesGiveDecodeExceptionsAndNothingElse(Subject subject) {
        for (int i = 0; i < 200; i++) {
            byte[] whole = subject.codec.encode(subject.values.row(subject.columns));
            byte[] damaged = subject.values.damaged(whole == null ? new byte[0] : whole);
            try {
                subject.codec.decode(damaged);
            } catch (DecodeException e) {
                assertThat(e).hasMessageNotContaining("\n");
            } catch (RuntimeException | StackOverflowError e) {
                fail(subject + " on " + HexFormat.of().formatHex(damaged) + " " + Arrays.toString(damaged), e);
            }
        }
    }
}
