package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a timestamp as text. */
record WriteTime(DateTimeFormatter formatter) implements Pure {
    /**
     * Reads {@code 'pattern' [zone Z] [locale L]}.
     *
     * @throws io.nrtstreams.connect.cleaning.core.TextMistake if it is something else
     */
    static WriteTime parse(Arguments arguments) {
        Literal pattern = arguments.value("a pattern in quotes");
        ZoneId zone =
                arguments.option("zone") ? Zones.zone(arguments.value("a zone such as Europe/Berlin")) : ZoneOffset.UTC;
        Locale locale =
                arguments.option("locale") ? Locales.parse(arguments.value("a locale such as de-DE")) : Locale.ROOT;
        return new WriteTime(TimePattern.formatter(pattern, locale).withZone(zone));
    }

    @Override
    public Object apply(Object value) {
        if (!(value instanceof Date date)) {
            return Unfit.KIND;
        }
        try {
            return formatter.format(LogicalTimes.instant(date));
        } catch (DateTimeException e) {
            // A year of more digits than the pattern has.
            return Unfit.VALUE;
        }
    }

    @Override
    public String expected() {
        return "a timestamp; say `timestamp` before";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.STRING;
    }
}
