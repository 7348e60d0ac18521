package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts numbers from one unit to another, or text that has its unit behind a number, such as {@code 72 °F}, to one.
 *
 * @param from the unit of numbers; null where text carries it
 */
record ConvertUnit(@Nullable Unit from, Unit to, Map<Unit, Unit.Conversion> conversions) implements Pure {
    /**
     * Reads {@code [from] to unit}.
     *
     * @throws TextMistake if it is something else, or the units measure different things
     */
    static ConvertUnit parse(Arguments arguments) {
        Unit from = arguments.peek().isWord("to") ? null : Unit.parse(arguments.value("a unit, or to"));
        arguments.keyword("to");
        Literal symbol = arguments.value("a unit");
        Unit to = Unit.parse(symbol);
        if (from != null && from.dimension() != to.dimension()) {
            throw new TextMistake(
                    symbol.column(),
                    "expected a unit of " + words(from.dimension()) + ", as " + from.symbol() + " is one, found "
                            + symbol.text());
        }
        Map<Unit, Unit.Conversion> conversions = new EnumMap<>(Unit.class);
        for (Unit unit : Unit.values()) {
            if (unit.dimension() == to.dimension()) {
                conversions.put(unit, unit.to(to));
            }
        }
        return new ConvertUnit(from, to, conversions);
    }

    private static String words(Unit.Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Object apply(Object value) {
        if (from != null) {
            return value instanceof Number number ? converted(number.doubleValue(), from) : Unfit.KIND;
        }
        return value instanceof String text ? read(text) : Unfit.KIND;
    }

    private Object read(String text) {
        int end = text.length();
        while (end > 0 && !Character.isDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '.') {
            end--;
        }
        Unit unit = Unit.named(text.substring(end).strip());
        Object number = ScalarType.FLOAT64.convert(text.substring(0, end).strip());
        return unit != null && number instanceof Double value ? converted(value, unit) : Unfit.VALUE;
    }

    private Object converted(double value, Unit unit) {
        Unit.Conversion conversion = conversions.get(unit);
        if (conversion == null) {
            return Unfit.VALUE;
        }
        double converted = unit == to ? value : conversion.of(value);
        return Double.isFinite(converted) ? (Object) converted : Unfit.VALUE;
    }

    @Override
    public String expected() {
        return from == null ? "a number with a unit of " + words(to.dimension()) + " behind it" : "a number";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.FLOAT64;
    }
}
