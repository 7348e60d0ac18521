package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Units of time and lengths of time. Units are words only where they are expected, else names. */
final class TimeUnits {

    private static final List<ChronoUnit> OF_FUNCTIONS = List.of(
            ChronoUnit.MILLIS,
            ChronoUnit.SECONDS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);
    /** Functions whose first argument is a unit; elsewhere DAY is a column of that name. */
    private static final Set<String> TAKE_A_UNIT =
            Set.of("TIMESTAMPADD", "TIMESTAMPSUB", "DATEADD", "DATESUB", "TIMEADD", "TIMESUB");

    private static final Map<String, ChronoUnit> BY_WORD = byWord();

    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    private TimeUnits() {}

    private static Map<String, ChronoUnit> byWord() {
        Map<String, ChronoUnit> units = new HashMap<>();
        for (ChronoUnit unit : OF_FUNCTIONS) {
            String plural = word(unit);
            units.put(plural, unit);
            units.put(plural.substring(0, plural.length() - 1), unit);
        }
        return Map.copyOf(units);
    }

    /** How a unit is written. */
    static String word(ChronoUnit unit) {
        return unit == ChronoUnit.MILLIS ? "MILLISECONDS" : unit.name();
    }

    static boolean isWord(String name) {
        return BY_WORD.containsKey(name);
    }

    static boolean isTakenBy(String function) {
        return TAKE_A_UNIT.contains(function);
    }

    static Optional<ChronoUnit> unit(String word) {
        return Optional.ofNullable(BY_WORD.get(word.toUpperCase(Locale.ROOT)));
    }

    static Duration duration(SqlGrammarParser.DurationContext context) {
        Token word = context.unit.getStart();
        ChronoUnit unit = unit(word.getText())
                .orElseThrow(() -> new SqlException(
                        Names.position(word),
                        word.getText() + " is not a unit of time."
                                + Suggestions.didYouMean(word.getText(), BY_WORD.keySet())
                                + " Units are MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS and WEEKS."));
        if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
            throw new SqlException(
                    Names.position(word), unit + " differ in length; give a length of time in DAYS or smaller units.");
        }
        long amount = Literals.wholeNumber(context.amount);
        if (amount > LONGEST.dividedBy(unit.getDuration())) {
            throw new SqlException(
                    Names.position(context), "This length of time is too long to count in milliseconds.");
        }
        return unit.getDuration().multipliedBy(amount);
    }
}
