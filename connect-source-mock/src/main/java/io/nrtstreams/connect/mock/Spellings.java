package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.realistic.Realistic;
import io.nrtstreams.connect.mock.series.DailyCurve;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How the texts of single keys are read. Every method throws an {@link IllegalArgumentException} that says what was
 * expected.
 */
final class Spellings {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    /** Records per second. */
    static final double MOST_RATE = 1e8;

    private static final double LEAST_RATE = 1e-6;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Spellings() {}

    static void checkDevices(String devices) {
        int count = Integer.parseInt(devices);
        if (count < 1 || count > Realistic.MOST_DEVICES) {
            throw new IllegalArgumentException("expected a whole number from 1 to " + Realistic.MOST_DEVICES);
        }
    }

    static void checkShards(String shards) {
        if (Integer.parseInt(shards) < 1) {
            throw new IllegalArgumentException("expected a whole number from 1");
        }
    }

    /** Of the text that a list has, {@code [feed, site=Pune]}. */
    static void checkHeaders(String list) {
        String inner = list.startsWith("[") && list.endsWith("]") ? list.substring(1, list.length() - 1) : list;
        if (!inner.isBlank()) {
            HeaderPlan.parse(
                    Arrays.stream(inner.split(",", -1)).map(String::strip).toList(), "", 0);
        }
    }

    static void checkTopic(String topic) {
        boolean legal = topic.chars()
                .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-'));
        if (!legal || topic.isEmpty() || topic.length() > 249 || topic.equals(".") || topic.equals("..")) {
            throw new IllegalArgumentException("expected 1 to 249 of the characters a-z A-Z 0-9 . _ -");
        }
    }

    static void checkRate(String rate) {
        double value = Double.parseDouble(rate);
        if (!(value >= LEAST_RATE && value <= MOST_RATE)) {
            throw new IllegalArgumentException("expected a number of records per second from 0.000001 to 100000000");
        }
    }

    static void checkRateOrMax(String rate) {
        if (!rate.equals(PaceKeys.MAX)) {
            try {
                checkRate(rate);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "expected a number of records per second from 0.000001 to 100000000, or max", e);
            }
        }
    }

    /** The fixed start in nanoseconds since the epoch, empty for now. */
    static OptionalLong startNanos(String text) {
        if (text.equals(PaceKeys.NOW)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                instantNanos(text, "expected now, or an instant from 1970 to 2100 such as 2022-11-01T00:00:00Z"));
    }

    /** An instant in nanoseconds since the epoch. */
    static long instantNanos(String text) {
        return instantNanos(text, "expected an instant from 1970 to 2100 such as 2022-12-01T00:00:00Z");
    }

    private static long instantNanos(String text, String expected) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return nanos(instant);
            }
        } catch (DateTimeParseException e) {
            // The message below covers every spelling that is accepted, which the parser's own message does not.
        }
        throw new IllegalArgumentException(expected);
    }

    static void checkBurst(String records) {
        int count = Integer.parseInt(records);
        if (count < 1 || count > 1_000_000) {
            throw new IllegalArgumentException("expected a whole number from 1 to 1000000");
        }
    }

    static DailyCurve curve(String text) {
        try {
            return DailyCurve.of(Arrays.stream(text.split(",", -1))
                    .mapToDouble(weight -> Double.parseDouble(weight.strip()))
                    .toArray());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected 24 weights, parted by commas, of the hours from 0 UTC on, e.g. 1,1,1,1,1,2,4,6,5,4,4,4,5,4,4,4,5,6,8,9,9,6,3,2",
                    e);
        }
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }

    /** The nanoseconds that a recorded second takes, empty where {@code rate} sets the pace. */
    static OptionalLong speedStep(String text) {
        if (text.equals(PaceKeys.MAX)) {
            return OptionalLong.empty();
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor >= 1e-3 && factor <= 1e9) {
                return OptionalLong.of(Math.max(1, Math.round(1e9 / factor)));
            }
        } catch (NumberFormatException e) {
            // As above: the message below says what is accepted.
        }
        throw new IllegalArgumentException(
                "expected max, or how many times faster than recorded, from 0.001 to 1000000000, e.g. 3600");
    }

    static void checkSpeed(String text) {
        try {
            speedStep(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected max, or how many times as fast as the wall clock, from 0.001 to 1000000000, e.g. 3600",
                    e);
        }
    }

    static Map<String, String> constants(String text) {
        Map<String, String> constants = new LinkedHashMap<>();
        if (text.isBlank()) {
            return constants;
        }
        Arrays.stream(text.split(",", -1)).forEach(entry -> {
            int equals = entry.indexOf('=');
            if (equals < 1 || entry.substring(0, equals).isBlank()) {
                throw new IllegalArgumentException("expected name=text, parted by commas, e.g. location=US Northwest");
            }
            String name = entry.substring(0, equals).strip();
            if (constants.put(name, entry.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("the constant " + name + " is named twice");
            }
        });
        return constants;
    }
}
