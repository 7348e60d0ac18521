package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.LocaleNumbers;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converts a field to another type.
 *
 * @param numbers how numbers are written in text, null for plainly
 * @param rounding how fractions become whole numbers, null where they do not
 */
record Convert(
        ScalarType type,
        @Nullable LocaleNumbers numbers,
        @Nullable RoundingMode rounding) implements Pure {
    /**
     * Reads {@code type [locale 'de-DE'] [rounding mode]}.
     *
     * @throws TextMistake if it is something else
     */
    static Convert parse(ScalarType type, Arguments arguments) {
        LocaleNumbers numbers = null;
        Token next = arguments.peek();
        if (arguments.option("locale")) {
            numbers = new LocaleNumbers(Locales.parse(arguments.value("a locale such as de-DE")));
            if (type == ScalarType.STRING || type == ScalarType.BOOLEAN || type == ScalarType.TIMESTAMP) {
                throw new TextMistake(
                        next.column(), "a locale says how numbers are written; " + type.label() + " is none");
            }
        }
        next = arguments.peek();
        if (!arguments.option("rounding")) {
            return new Convert(type, numbers, null);
        }
        if (!type.isWhole()) {
            throw new TextMistake(
                    next.column(), "only whole numbers are rounded to; " + type.label() + " keeps fractions");
        }
        List<String> modes = Arrays.stream(RoundingMode.values())
                .filter(mode -> mode != RoundingMode.UNNECESSARY)
                .map(mode -> mode.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        String mode = arguments.word(modes.toArray(new String[0]));
        return new Convert(
                type,
                numbers,
                RoundingMode.valueOf(mode.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    @Override
    public Object apply(Object value) {
        Object plain = value;
        if (numbers != null && value instanceof String text) {
            plain = numbers.plain(text);
            if (plain == null) {
                return Unfit.VALUE;
            }
        }
        return rounding == null ? type.convert(plain) : type.round(plain, rounding);
    }

    @Override
    public String expected() {
        return numbers == null ? type.expected() : type.expected() + ", as the locale writes it";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return type;
    }
}
