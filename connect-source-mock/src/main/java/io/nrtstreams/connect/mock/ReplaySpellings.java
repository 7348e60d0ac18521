package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.replay.Playback.Origin;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How the texts of single keys of a replay are read. Every method throws an {@link IllegalArgumentException} that says
 * what was expected.
 */
final class ReplaySpellings {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private ReplaySpellings() {}

    static byte delimiter(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("tab") || text.equals("\t")) {
            return '\t';
        }
        boolean single = text.length() == 1 && text.charAt(0) >= ' ' && text.charAt(0) < 0x7F;
        if (!single || text.charAt(0) == '"') {
            throw new IllegalArgumentException("expected one ASCII character that is no quote, or tab, e.g. ;");
        }
        return (byte) text.charAt(0);
    }

    static ZoneId zone(String text) {
        if (text.equals("UTC") || text.equals("Z")) {
            // An offset, because to ask the rules of a region takes longer.
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a zone such as Europe/Berlin, UTC or +01:00", e);
        }
    }

    static long passes(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(ReplayKeys.FOREVER)) {
            return Long.MAX_VALUE;
        }
        try {
            long passes = Long.parseLong(text);
            if (passes >= 1) {
                return passes;
            }
        } catch (NumberFormatException e) {
            // The message below says what is accepted.
        }
        throw new IllegalArgumentException("expected a number of passes from 1, or forever");
    }

    static Origin origin(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals(ReplayKeys.OFF)) {
            return Origin.RECORDED;
        }
        if (lower.equals(PaceKeys.NOW)) {
            return Origin.START;
        }
        try {
            OptionalLong nanos = Spellings.startNanos(text);
            return Origin.at(nanos.orElseThrow() / NANOS_PER_MILLI);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected off, now, or an instant from 1970 to 2100 such as 2022-11-01T00:00:00Z", e);
        }
    }
}
