package io.nrtstreams.sql.function.builtin.general;

import static io.nrtstreams.sql.function.builtin.FunctionCall.array;
import static io.nrtstreams.sql.function.builtin.FunctionCall.call;
import static io.nrtstreams.sql.function.builtin.FunctionCall.nullOf;
import static io.nrtstreams.sql.function.builtin.FunctionCall.typed;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.builtin.FunctionCall;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeneralFunctionsTest {

    static Stream<Arguments> gives() {
        return Stream.of(
                of(call("COALESCE", 1, 2), 1),
                of(call("COALESCE", nullOf(STRING), null, "b", "c"), "b"),
                of(call("COALESCE", null, List.of(1)), List.of(1)),
                of(call("COALESCE", nullOf(INTEGER), nullOf(INTEGER)), null),
                of(call("COALESCE", 1), 1),
                of(call("IFNULL", nullOf(INTEGER), 7), 7),
                of(call("IFNULL", 1, 7), 1),
                of(call("IFNULL", "a", nullOf(STRING)), "a"),
                of(call("IFNULL", nullOf(array(INTEGER)), typed(array(INTEGER), List.of())), List.of()),
                of(call("NULLIF", 7, 7), null),
                of(call("NULLIF", 7, 8), 7),
                of(call("NULLIF", nullOf(STRING), "a"), null),
                of(call("NULLIF", "a", nullOf(STRING)), "a"),
                of(call("NULLIF", List.of(1, 2), List.of(1, 2)), null),
                of(call("AS_VALUE", "key"), "key"),
                of(call("AS_VALUE", List.of(1)), List.of(1)),
                of(call("AS_VALUE", nullOf(INTEGER)), null),
                of(call("GEO_DISTANCE", 0, 0, 0, nullOf(DOUBLE)), null),
                of(call("GEO_DISTANCE", 0, 0, 0, 0, nullOf(STRING)), null));
    }

    @ParameterizedTest
    @MethodSource
    void gives(FunctionCall call, Object expected) {
        assertThat(call.value()).isEqualTo(expected);
    }

    @Test
    void typesStay() {
        assertThat(call("COALESCE", null, "a").type()).isEqualTo(STRING);
        assertThat(call("AS_VALUE", new BigDecimal("1.25")).type()).isEqualTo(FunctionCall.decimal(3, 2));
        assertThatThrownBy(call("IFNULL", 1, "a")::type).isInstanceOf(SqlException.class);
        assertThatThrownBy(call("COALESCE", null, null)::type).isInstanceOf(SqlException.class);
        assertThat(GeneralFunctions.all()).hasSize(5);
    }

    /** A degree of a great circle is 6371 km * pi / 180. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "0, 0, 0, 1, 111.19492664455873",
        "0, 0, 0, 180, 20015.086796020572",
        "90, 0, -90, 77, 20015.086796020572",
        "60, 10, 60, 10.002, 0.11119492663",
        "-10, 179.5, -10, -179.5, 109.5055839436892",
    })
    void distancesInKilometres(
            double latitude1, double longitude1, double latitude2, double longitude2, double expected) {
        assertThat((double) call("GEO_DISTANCE", latitude1, longitude1, latitude2, longitude2)
                        .value())
                .isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"KM, 6371", "km, 6371", "kilometers, 6371", "MI, 3959", "miles, 3959"})
    void unitsOfDistances(String unit, double radius) {
        assertThat((double) call("GEO_DISTANCE", 0, 0, new BigDecimal("90.0"), 0L, unit)
                        .value())
                .isCloseTo(radius * Math.PI / 2, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "90.1, 0, KM, a latitude is not between -90 and 90",
        "NaN, 0, KM, a latitude is not between -90 and 90",
        "0, -180.1, KM, a longitude is not between -180 and 180",
        "0, 0, yards, neither KM nor MI",
    })
    void placesAndUnitsThatAreNone(double latitude, double longitude, String unit, String message) {
        assertThatThrownBy(() ->
                        call("GEO_DISTANCE", 0, 0, latitude, longitude, unit).value())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
