package io.nrtstreams.connect.s3.config.porting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A letter of Joda-Time's date patterns beside that of {@link java.time.format.DateTimeFormatter}. After the tables of
 * org.joda.time.format.DateTimeFormat and of DateTimeFormatter.
 *
 * @param joda the letter there
 * @param meaning what it shows
 * @param java the letter here, empty for none
 * @param most how often it may be repeated here
 * @param over what becomes of more repetitions than that
 * @param step the least time after which it changes
 * @param remark why there is none here, or what to know; may be empty
 */
record JodaLetter(char joda, String meaning, String java, int most, Over over, Duration step, String remark) {
    /** What becomes of more repetitions than are known here. */
    enum Over {
        REFUSED,
        SAME_AS_MOST
    }

    private static final Duration DAY = Duration.ofDays(1);
    private static final String OTHER_WEEKS =
            "weeks here begin where the locale begins them, there always by ISO; use a date or the day of the year";

    static final List<JodaLetter> ALL = List.of(
            text('G', "era", "G", 1, DAY, ""),
            none('C', "century of era", "write the year"),
            number('Y', "year of era", "y", 9, DAY, "`Y` is the year of the week here, wrong around New Year"),
            number('y', "year", "y", 9, DAY, "the same from the year 1 on"),
            none('x', "year of the week", OTHER_WEEKS),
            none('w', "week", OTHER_WEEKS),
            none('e', "day of the week, number", OTHER_WEEKS),
            text('E', "day of the week, text", "E", 4, DAY, ""),
            number('D', "day of year", "D", 3, DAY, ""),
            text('M', "month", "M", 4, DAY, ""),
            number('d', "day of month", "d", 2, DAY, ""),
            text('a', "half of the day", "a", 1, Duration.ofHours(12), ""),
            number('K', "hour of half the day, 0 to 11", "K", 2, Duration.ofHours(1), ""),
            number('h', "hour of half the day, 1 to 12", "h", 2, Duration.ofHours(1), ""),
            number('H', "hour, 0 to 23", "H", 2, Duration.ofHours(1), ""),
            number('k', "hour, 1 to 24", "k", 2, Duration.ofHours(1), ""),
            number('m', "minute", "m", 2, Duration.ofMinutes(1), ""),
            number('s', "second", "s", 2, Duration.ofSeconds(1), ""),
            number('S', "fraction of a second", "S", 3, Duration.ofMillis(1), ""),
            none('z', "name of the zone", "names of zones differ; the zone is fixed by timezone, so write it as text"),
            none('Z', "offset or id of the zone", "the zone is fixed by timezone, so write it as text"));

    static Optional<JodaLetter> of(char letter) {
        return ALL.stream().filter(known -> known.joda == letter).findFirst();
    }

    private static JodaLetter number(char joda, String meaning, String java, int most, Duration step, String remark) {
        return new JodaLetter(joda, meaning, java, most, Over.REFUSED, step, remark);
    }

    private static JodaLetter text(char joda, String meaning, String java, int most, Duration step, String remark) {
        return new JodaLetter(joda, meaning, java, most, Over.SAME_AS_MOST, step, remark);
    }

    private static JodaLetter none(char joda, String meaning, String why) {
        return new JodaLetter(joda, meaning, "", 0, Over.REFUSED, Duration.ZERO, why);
    }

    /**
     * The same in letters of java.time.
     *
     * @throws IllegalArgumentException if there is none
     */
    String repeated(int times) {
        if (java.isEmpty()) {
            throw new IllegalArgumentException(joda + " (" + meaning + ") has no equal here: " + remark);
        }
        if (times > most && over == Over.REFUSED) {
            throw new IllegalArgumentException(
                    joda + " (" + meaning + ") is known here up to " + most + " times in a row");
        }
        return java.repeat(Math.min(times, most));
    }
}
