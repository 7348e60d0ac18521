package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Instants;
import io.nrtstreams.connect.cleaning.core.IsoTime;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a timestamp by patterns, or without any, of text by ISO 8601 and of numbers by their magnitude. */
final class ReadTime implements Operation {
    private final List<TimePattern> patterns;
    private final Zones zones;
    private final LocalTimes localTimes;
    private final String expected;

    private ReadTime(List<TimePattern> patterns, Zones zones, LocalTimes localTimes, String expected) {
        this.patterns = patterns;
        this.zones = zones;
        this.localTimes = localTimes;
        this.expected = expected;
    }

    /**
     * Reads {@code ['pattern' …] [zone Z | zone-from path] [locale L] [gap shift|reject]
     * [overlap earlier|later|reject]}.
     *
     * @throws io.nrtstreams.connect.cleaning.core.TextMistake if it is something else
     */
    static ReadTime parse(Arguments arguments) {
        List<Literal> written = new ArrayList<>();
        while (arguments.peek().type() == Token.Type.QUOTED) {
            written.add(arguments.value("a pattern"));
        }
        Zones zones = Zones.parse(arguments);
        Locale locale =
                arguments.option("locale") ? Locales.parse(arguments.value("a locale such as de-DE")) : Locale.ROOT;
        LocalTimes localTimes = LocalTimes.parse(arguments);
        List<TimePattern> patterns = written.stream()
                .map(pattern -> TimePattern.reading(pattern, locale))
                .toList();
        String form = written.isEmpty()
                ? ScalarType.TIMESTAMP.expected()
                : "a time written as "
                        + String.join(
                                " or ", written.stream().map(Literal::text).toList());
        return new ReadTime(patterns, zones, localTimes, form + zones.expected());
    }

    @Override
    public Object apply(Object value, Passage passage) {
        if (value instanceof Date) {
            return value;
        } else if (value instanceof String text) {
            return timestamp(patterns.isEmpty() ? byIso(text, passage) : byPattern(text, passage));
        }
        return value instanceof Number number ? ofNumber(number, passage) : Unfit.KIND;
    }

    /** Where patterns are given, a number is read as its digits: 20240229 is no second of the year 1970 there. */
    private Object ofNumber(Number number, Passage passage) {
        return timestamp(patterns.isEmpty() ? Instants.ofNumber(number) : byPattern(number.toString(), passage));
    }

    private static Object timestamp(@Nullable Instant instant) {
        Instant within = instant == null ? null : Instants.within(instant);
        return within == null ? Unfit.VALUE : Date.from(within);
    }

    private @Nullable Instant byIso(String text, Passage passage) {
        IsoTime iso = IsoTime.scan(text);
        if (iso == null) {
            return Instants.ofText(text);
        }
        return iso.offset() == null ? local(iso.local(), passage) : iso.local().toInstant(iso.offset());
    }

    private @Nullable Instant byPattern(String text, Passage passage) {
        for (TimePattern pattern : patterns) {
            TimePattern.Read read = pattern.read(text);
            if (read != null) {
                return read.zone() == null
                        ? local(read.local(), passage)
                        : localTimes.instant(read.local(), read.zone());
            }
        }
        return null;
    }

    private @Nullable Instant local(LocalDateTime time, Passage passage) {
        ZoneId zone = zones.of(passage);
        return zone == null ? null : localTimes.instant(time, zone);
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.TIMESTAMP;
    }
}
