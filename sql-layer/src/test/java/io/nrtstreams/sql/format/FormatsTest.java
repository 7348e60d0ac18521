package io.nrtstreams.sql.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.json.JsonFormat;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Finding formats, and what they refuse alike. */
final class FormatsTest {

    private static final Formats FORMATS = Formats.withoutRegistry();
    private static final List<Column> ONE = List.of(new Column("A", SqlTypes.INTEGER));
    private static final List<Column> TWO =
            List.of(new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.INTEGER));

    @Test
    void formatIsFoundInAnyCase() {
        assertThat(FORMATS.find("json").name()).isEqualTo("JSON");
        assertThat(FORMATS.names()).containsExactly("DELIMITED", "JSON", "KAFKA", "NONE");
    }

    @Test
    void unknownFormatNamesThoseThereAre() {
        assertThatThrownBy(() -> FORMATS.find("DELIMITTED"))
                .isInstanceOf(SqlException.class)
                .hasMessage("There is no format DELIMITTED; the formats are DELIMITED, JSON, KAFKA, NONE."
                        + " Did you mean DELIMITED?");
    }

    @Test
    void laterFormatOfTheSameNameCounts() {
        Format other = new JsonFormat();

        assertThat(FORMATS.with(other).find("JSON")).isSameAs(other);
        assertThat(FORMATS.find("JSON")).isNotSameAs(other);
    }

    static Stream<Arguments> wrapping() {
        return Stream.of(
                arguments("JSON", true, null),
                arguments("JSON", false, null),
                arguments("DELIMITED", false, null),
                arguments("DELIMITED", true, "DELIMITED does not know WRAP_SINGLE_VALUE=true; leave it out."),
                arguments("KAFKA", false, null),
                arguments("KAFKA", true, "KAFKA does not know WRAP_SINGLE_VALUE=true; leave it out."));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("wrapping")
    void wrappingIsGivenOnlyToFormatsThatKnowIt(String format, boolean wrapped, String message) {
        FormatSpec spec = new FormatSpec(format, Map.of(), Optional.of(wrapped));
        if (message == null) {
            validate(spec, ONE, Part.VALUE);
        } else {
            assertThatThrownBy(() -> validate(spec, ONE, Part.VALUE))
                    .isInstanceOf(SqlException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void wrappingIsForOneColumn() {
        FormatSpec spec = new FormatSpec("JSON", Map.of(), Optional.of(true));

        assertThatThrownBy(() -> validate(spec, TWO, Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage("WRAP_SINGLE_VALUE is for values of one column, but this one has 2; leave it out.");
    }

    @Test
    void unknownPropertiesAreRefused() {
        FormatSpec json = new FormatSpec("JSON", Map.of("DELIMITER", "|"), Optional.empty());
        FormatSpec delimited = new FormatSpec("DELIMITED", Map.of("DELIMETER", "|"), Optional.empty());

        assertThatThrownBy(() -> validate(json, ONE, Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage("JSON has no property VALUE_DELIMITER; it has none.");
        assertThatThrownBy(() -> validate(delimited, ONE, Part.KEY))
                .isInstanceOf(SqlException.class)
                .hasMessage("DELIMITED has no property KEY_DELIMETER. Did you mean DELIMITER?");
    }

    @Test
    void mapsAreRefusedAnywhereInAKey() {
        SqlType map = new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER);
        List<SqlType> holders =
                List.of(map, new SqlType.Array(map), new SqlType.Struct(List.of(new SqlType.Field("F", map))));

        for (SqlType holder : holders) {
            List<Column> columns = List.of(new Column("K", holder));
            validate(FormatSpec.of("JSON"), columns, Part.VALUE);
            assertThatThrownBy(() -> validate(FormatSpec.of("JSON"), columns, Part.KEY))
                    .isInstanceOf(SqlException.class)
                    .hasMessageContaining("holds a MAP");
        }
    }

    @Test
    void noneHoldsNoColumns() throws DecodeException {
        validate(FormatSpec.of("NONE"), List.of(), Part.KEY);
        RowCodec codec = FORMATS.find("NONE").codec(FormatSpec.of("NONE"), List.of(), Part.VALUE, "topic");

        assertThat(codec.decode(new byte[] {1})).isEmpty();
        assertThat(codec.decode(null)).isNull();
        assertThat(codec.encode(new Object[0])).isNull();
        assertThatThrownBy(() -> validate(FormatSpec.of("NONE"), TWO, Part.KEY))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "NONE holds no columns, but there is `A` INTEGER; choose another KEY_FORMAT, or leave the column"
                                + " out.");
    }

    private static void validate(FormatSpec spec, List<Column> columns, Part part) {
        FORMATS.find(spec.name()).validate(spec, columns, part);
    }
}
