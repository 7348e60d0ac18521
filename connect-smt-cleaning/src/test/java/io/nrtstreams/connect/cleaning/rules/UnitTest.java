package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.cleaning.core.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    /** Hand-checked against the definitions; those with few digits are exact. */
    @ParameterizedTest
    @CsvSource({
        "unit F to C, 68, 20",
        "unit C to F, 20, 68",
        "unit C to F, -40, -40",
        "unit C to K, 20, 293.15",
        "unit K to F, 0, -459.67",
        "unit mph to km/h, 1, 1.609344",
        "unit kph to m/s, 36, 10",
        "unit kn to km/h, 1, 1.852",
        "unit ft/s to m/s, 1, 0.3048",
        "unit inHg to hPa, 29.92, 1013.2075888",
        "unit mb to hPa, 1013.25, 1013.25",
        "unit atm to bar, 1, 1.01325",
        "unit mmHg to Pa, 760, 101325.0144354",
        "unit psi to kPa, 1, 6.894757293168361",
        "unit in to mm, 1, 25.4",
        "unit ft to m, 1, 0.3048",
        "unit yd to ft, 1, 3",
        "unit mi to km, 1, 1.609344",
        "unit nmi to m, 1, 1852",
        "unit kWh to MJ, 1, 3.6",
        "unit Wh to kWh, 14.8, 0.0148",
        "unit MWh to kWh, 1, 1000",
        "unit kcal to kJ, 1, 4.184",
        "unit BTU to J, 1, 1055.05585262",
        "unit hp to W, 1, 745.69987158227022",
        "unit MW to kW, 1, 1000"
    })
    void aNumberIsConverted(String rule, double value, double converted) {
        assertThat((Double) run(rule, value)).isCloseTo(converted, within(Math.abs(converted) * 1e-15));
    }

    @Test
    void everyUnitConvertsToEveryOtherOfItsKindAndBack() {
        for (Unit from : Unit.values()) {
            for (Unit to : Unit.values()) {
                if (from.dimension() == to.dimension()) {
                    double there = from.to(to).of(12.5);
                    assertThat(to.to(from).of(there)).as("%s, %s", from, to).isCloseTo(12.5, within(1e-11));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unit to C; 68 °F; 20.0",
                "unit to C; 68F; 20.0",
                "unit to C; 20 C; 20.0",
                "unit to kWh; 14.8 Wh; 0.0148",
                "unit to kWh; 1e3 Wh; 1.0",
                "unit to km/h; -1 m/s; -3.6"
            })
    void textCarriesItsUnit(String rule, String text, double converted) {
        assertThat(run(rule, text)).isEqualTo(converted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"68", "68 kWh", "°F", "68 X", "6 8 F", "68,5 F", "NaN F", "''"})
    void otherTextDoesNotFit(String text) {
        assertThat(run("unit to C else null", text)).isNull();
    }

    @Test
    void numbersFitOnlyWhereTheRuleNamesTheirUnit() {
        assertThat(run("unit to C else null", 68)).isNull();
        assertThat(run("unit F to C else null", "68")).isNull();
        assertThat(run("unit F to C", 68)).isEqualTo(20.0);
        assertThat(run("unit F to C else null", Double.NaN)).isNull();
        assertThat(run("unit km to mm else null", Double.MAX_VALUE)).isNull();
    }

    private static Object run(String rule, Object value) {
        return RuleParser.parse(rule, RuleSettings.NONE)
                .rules()
                .orElseThrow()
                .bind("t", null, true)
                .run(value, new Passage());
    }
}
