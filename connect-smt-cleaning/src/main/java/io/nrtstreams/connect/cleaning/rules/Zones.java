package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The zone of times that have no offset of their own: one for all, or that which a field of the record names. */
final class Zones {
    /** Names remembered, known ones and others; there are some 600. */
    private static final int NAMES = 1_000;

    private static final int LONGEST_NAME = 64;

    private final ZoneId constant;
    private final @Nullable FieldPath path;
    private final Map<String, Optional<ZoneId>> byName = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ZoneId>> eldest) {
            return size() > NAMES;
        }
    };

    private Zones(ZoneId constant, @Nullable FieldPath path) {
        this.constant = constant;
        this.path = path;
    }

    /**
     * Reads {@code [zone 'Area/City' | zone-from path]}; UTC where there is neither.
     *
     * @throws TextMistake if it is something else
     */
    static Zones parse(Arguments arguments) {
        if (arguments.option("zone")) {
            return new Zones(zone(arguments.value("a zone such as Europe/Berlin")), null);
        } else if (arguments.option("zone-from")) {
            return new Zones(
                    ZoneOffset.UTC,
                    SeriesKey.parse(arguments.value("the path of a field")).path());
        }
        return new Zones(ZoneOffset.UTC, null);
    }

    static ZoneId zone(Literal name) {
        try {
            return ZoneId.of(name.text());
        } catch (DateTimeException e) {
            List<String> known = new ArrayList<>(ZoneId.getAvailableZoneIds());
            throw new TextMistake(
                    name.column(),
                    "expected a zone such as Europe/Berlin, found " + name.text()
                            + Suggestions.nearest(name.text(), known)
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse(""));
        }
    }

    /** The zone for the record in hand; null where its field names none that there is. */
    @Nullable ZoneId of(Passage passage) {
        if (path == null) {
            return constant;
        }
        Object name = path.read(passage.given());
        boolean sensible = name instanceof String text && text.length() <= LONGEST_NAME;
        return sensible ? byName.computeIfAbsent((String) name, Zones::named).orElse(null) : null;
    }

    /** What a wrong field adds to what was expected. */
    String expected() {
        return path == null ? "" : ", with a zone such as Europe/Berlin in " + path;
    }

    private static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            // Remembered, so that a wrong name costs an exception once.
            return Optional.empty();
        }
    }
}
