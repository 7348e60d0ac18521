package io.nrtstreams.sql.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralCoercionTest {

    private static final SqlType DECIMAL = new SqlType.Decimal(4, 2);

    @Test
    void widensNumbers() {
        assertThat(coerce(1, SqlTypes.INTEGER, SqlTypes.BIGINT)).isEqualTo(1L);
        assertThat(coerce(1, SqlTypes.INTEGER, SqlTypes.DOUBLE)).isEqualTo(1.0);
        assertThat(coerce(1, SqlTypes.INTEGER, DECIMAL)).isEqualTo(new BigDecimal("1.00"));
        assertThat(coerce(new BigDecimal("1.5"), new SqlType.Decimal(2, 1), SqlTypes.DOUBLE))
                .isEqualTo(1.5);
        assertThat(coerce(new BigDecimal("1.500"), new SqlType.Decimal(4, 3), DECIMAL))
                .isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void readsDatesAndTimes() {
        assertThat(coerce("2024-02-29", SqlTypes.STRING, SqlTypes.DATE)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(coerce("2024-02-29", SqlTypes.STRING, SqlTypes.TIMESTAMP))
                .isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
    }

    @Test
    void keepsNullAndWhatFitsAlready() {
        assertThat(LiteralCoercion.coerce(null, SqlTypes.STRING, SqlTypes.DATE)).isNull();
        assertThat(coerce("a", SqlTypes.STRING, SqlTypes.STRING)).isEqualTo("a");
    }

    @Test
    void goesIntoArraysMapsAndStructs() {
        SqlType.Struct given = struct(new SqlType.Field("A", SqlTypes.INTEGER));
        SqlType.Struct wanted =
                struct(new SqlType.Field("B", SqlTypes.STRING), new SqlType.Field("A", SqlTypes.BIGINT));

        assertThat(coerce(List.of(1, 2), new SqlType.Array(SqlTypes.INTEGER), new SqlType.Array(SqlTypes.BIGINT)))
                .isEqualTo(List.of(1L, 2L));
        assertThat(coerce(
                        Map.of("a", 1),
                        new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER),
                        new SqlType.Map(SqlTypes.STRING, SqlTypes.DOUBLE)))
                .isEqualTo(Map.of("a", 1.0));
        assertThat(coerce(new StructValue(given, 1), given, wanted)).isEqualTo(new StructValue(wanted, null, 1L));
    }

    @Test
    void refusesWhatWouldLoseSomething() {
        refuses(1L, SqlTypes.BIGINT, SqlTypes.INTEGER, "A value of type INTEGER is needed, not of type BIGINT");
        refuses(1.5, SqlTypes.DOUBLE, DECIMAL, "A value of type DECIMAL(4, 2) is needed, not of type DOUBLE");
        refuses(100, SqlTypes.INTEGER, DECIMAL, "The number has more digits than DECIMAL(4, 2) holds");
        refuses(
                new BigDecimal("1.234"),
                new SqlType.Decimal(4, 3),
                DECIMAL,
                "The number has more digits than DECIMAL(4, 2) holds; round it with CAST");
        refuses("1", SqlTypes.STRING, SqlTypes.INTEGER, "A value of type INTEGER is needed, not of type STRING");
        refuses(1, SqlTypes.INTEGER, SqlTypes.STRING, "A value of type STRING is needed, not of type INTEGER");
        refuses("someday", SqlTypes.STRING, SqlTypes.DATE, "A value of type DATE is needed: the text is no date");
        SqlType.Struct given = struct(new SqlType.Field("A", SqlTypes.INTEGER));
        refuses(
                new StructValue(given, 1),
                given,
                struct(new SqlType.Field("B", SqlTypes.INTEGER)),
                "The struct has a field A, but STRUCT<`B` INTEGER> has none");
    }

    private static void refuses(Object value, SqlType from, SqlType to, String message) {
        assertThatThrownBy(() -> coerce(value, from, to))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    private static Object coerce(Object value, SqlType from, SqlType to) {
        Object coerced = LiteralCoercion.coerce(value, from, to);
        assertThat(coerced).isNotNull();
        return coerced;
    }

    private static SqlType.Struct struct(SqlType.Field... fields) {
        return new SqlType.Struct(List.of(fields));
    }
}
