package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of measurement, each defined exactly by the base of its dimension: {@code base = (value + add) * times / by}.
 *
 * <p>The definitions are those of the SI brochure (BIPM, 9th edition, 2019) and of NIST Special Publication 811 (2008),
 * appendix B: the inch of 25.4 mm, the pound-force of 4.4482216152605 N, the conventional inch and millimetre of
 * mercury, the thermochemical calorie, the British thermal unit of the International Table, the mechanical horsepower.
 */
enum Unit {
    KELVIN(Dimension.TEMPERATURE, "0", "1", "1", "K"),
    CELSIUS(Dimension.TEMPERATURE, "273.15", "1", "1", "C", "°C", "degC"),
    FAHRENHEIT(Dimension.TEMPERATURE, "459.67", "5", "9", "F", "°F", "degF"),
    METRE_PER_SECOND(Dimension.SPEED, "0", "1", "1", "m/s"),
    KILOMETRE_PER_HOUR(Dimension.SPEED, "0", "1", "3.6", "km/h", "kph", "kmh"),
    MILE_PER_HOUR(Dimension.SPEED, "0", "0.44704", "1", "mph", "mi/h"),
    KNOT(Dimension.SPEED, "0", "1852", "3600", "kn", "kt"),
    FOOT_PER_SECOND(Dimension.SPEED, "0", "0.3048", "1", "ft/s"),
    PASCAL(Dimension.PRESSURE, "0", "1", "1", "Pa"),
    HECTOPASCAL(Dimension.PRESSURE, "0", "100", "1", "hPa", "mbar", "mb"),
    KILOPASCAL(Dimension.PRESSURE, "0", "1000", "1", "kPa"),
    BAR(Dimension.PRESSURE, "0", "100000", "1", "bar"),
    ATMOSPHERE(Dimension.PRESSURE, "0", "101325", "1", "atm"),
    INCH_OF_MERCURY(Dimension.PRESSURE, "0", "3386.389", "1", "inHg"),
    MILLIMETRE_OF_MERCURY(Dimension.PRESSURE, "0", "133.322387415", "1", "mmHg"),
    POUND_PER_SQUARE_INCH(Dimension.PRESSURE, "0", "4.4482216152605", "0.00064516", "psi"),
    MILLIMETRE(Dimension.LENGTH, "0", "1", "1000", "mm"),
    CENTIMETRE(Dimension.LENGTH, "0", "1", "100", "cm"),
    METRE(Dimension.LENGTH, "0", "1", "1", "m"),
    KILOMETRE(Dimension.LENGTH, "0", "1000", "1", "km"),
    INCH(Dimension.LENGTH, "0", "0.0254", "1", "in"),
    FOOT(Dimension.LENGTH, "0", "0.3048", "1", "ft"),
    YARD(Dimension.LENGTH, "0", "0.9144", "1", "yd"),
    MILE(Dimension.LENGTH, "0", "1609.344", "1", "mi"),
    NAUTICAL_MILE(Dimension.LENGTH, "0", "1852", "1", "nmi"),
    JOULE(Dimension.ENERGY, "0", "1", "1", "J"),
    KILOJOULE(Dimension.ENERGY, "0", "1000", "1", "kJ"),
    MEGAJOULE(Dimension.ENERGY, "0", "1000000", "1", "MJ"),
    WATT_HOUR(Dimension.ENERGY, "0", "3600", "1", "Wh"),
    KILOWATT_HOUR(Dimension.ENERGY, "0", "3600000", "1", "kWh"),
    MEGAWATT_HOUR(Dimension.ENERGY, "0", "3600000000", "1", "MWh"),
    CALORIE(Dimension.ENERGY, "0", "4.184", "1", "cal"),
    KILOCALORIE(Dimension.ENERGY, "0", "4184", "1", "kcal"),
    BRITISH_THERMAL_UNIT(Dimension.ENERGY, "0", "1055.05585262", "1", "BTU", "Btu"),
    WATT(Dimension.POWER, "0", "1", "1", "W"),
    KILOWATT(Dimension.POWER, "0", "1000", "1", "kW"),
    MEGAWATT(Dimension.POWER, "0", "1000000", "1", "MW"),
    HORSEPOWER(Dimension.POWER, "0", "745.69987158227022", "1", "hp");

    /** What can be converted into one another. */
    enum Dimension {
        TEMPERATURE,
        SPEED,
        PRESSURE,
        LENGTH,
        ENERGY,
        POWER
    }

    private final Dimension dimension;
    private final BigDecimal add;
    private final BigDecimal times;
    private final BigDecimal by;
    private static final Map<String, Unit> BY_SYMBOL = bySymbol();

    /** All symbols, parted by blanks; the first is the one that reasons show. */
    private final String symbols;

    Unit(Dimension dimension, String add, String times, String by, String... symbols) {
        this.dimension = dimension;
        this.add = new BigDecimal(add);
        this.times = new BigDecimal(times);
        this.by = new BigDecimal(by);
        this.symbols = String.join(" ", symbols);
    }

    private static Map<String, Unit> bySymbol() {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (Unit unit : values()) {
            for (String symbol : unit.symbols.split(" ", -1)) {
                units.put(symbol, unit);
            }
        }
        return Collections.unmodifiableMap(units);
    }

    Dimension dimension() {
        return dimension;
    }

    /** The symbol that reasons show. */
    String symbol() {
        return symbols.split(" ", -1)[0];
    }

    static List<String> symbols() {
        return List.copyOf(BY_SYMBOL.keySet());
    }

    /** The unit with a symbol, null where there is none. */
    static @Nullable Unit named(String symbol) {
        return BY_SYMBOL.get(symbol);
    }

    /**
     * The unit that a rule names.
     *
     * @throws TextMistake if there is none
     */
    static Unit parse(Literal symbol) {
        Unit unit = named(symbol.text());
        if (unit == null) {
            throw new TextMistake(
                    symbol.column(),
                    "expected a unit, found " + symbol.text()
                            + Suggestions.nearest(symbol.text(), symbols())
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse("; there are " + String.join(", ", symbols())));
        }
        return unit;
    }

    /**
     * How values become those of another unit of the same dimension: {@code (value * times + add) / by}, with whole numbers
     * where the definitions allow, so that 68 F is 20 C and not nearly so.
     */
    Conversion to(Unit other) {
        BigDecimal factor = times.multiply(other.by);
        BigDecimal divisor = by.multiply(other.times);
        BigDecimal shift = add.multiply(factor).subtract(other.add.multiply(divisor));
        return new Conversion(factor.doubleValue(), shift.doubleValue(), divisor.doubleValue());
    }

    /** A linear function. */
    record Conversion(double times, double add, double by) {
        double of(double value) {
            return (value * times + add) / by;
        }
    }
}
