package io.nrtstreams.connect.cleaning.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is made of local times that the change of clocks skips or repeats.
 *
 * @param shiftsGaps whether a skipped time is moved on by the length of the gap, rather than refused
 * @param overlap which of two instants a repeated time is
 */
record LocalTimes(boolean shiftsGaps, Overlap overlap) {
    /** Which of two instants it is. */
    enum Overlap {
        EARLIER,
        LATER,
        REJECT
    }

    /** Reads {@code [gap shift|reject] [overlap earlier|later|reject]}; without them what java.time does. */
    static LocalTimes parse(Arguments arguments) {
        boolean shifts =
                !arguments.option("gap") || arguments.word("shift", "reject").equals("shift");
        Overlap overlap = Overlap.EARLIER;
        if (arguments.option("overlap")) {
            overlap = switch (arguments.word("earlier", "later", "reject")) {
                case "later" -> Overlap.LATER;
                case "reject" -> Overlap.REJECT;
                default -> Overlap.EARLIER;
            };
        }
        return new LocalTimes(shifts, overlap);
    }

    /** The instant; null where there is none. */
    @Nullable Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        } else if (offsets.isEmpty()) {
            // Read with the offset before the gap, the time lies as far behind it as it lay within.
            return shiftsGaps ? local.toInstant(rules.getTransition(local).getOffsetBefore()) : null;
        }
        return overlap == Overlap.REJECT ? null : local.toInstant(offsets.get(overlap == Overlap.EARLIER ? 0 : 1));
    }
}
