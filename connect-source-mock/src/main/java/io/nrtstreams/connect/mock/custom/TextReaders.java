package io.nrtstreams.connect.mock.custom;

import com.github.curiousoddman.rgxgen.RgxGen;
import io.nrtstreams.connect.mock.series.Draws;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Reads how texts, identifiers and times are made. What is wrong with the arguments is noted. */
final class TextReaders {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int LENGTH = 0;
    private static final int UUID_HIGH = 0;
    private static final int UUID_LOW = 1;

    private static final Map<String, Long> TIMES =
            Map.of("epoch_s", NANOS_PER_SECOND, "epoch_ms", 1_000_000L, "epoch_us", 1_000L, "epoch_ns", 1L);

    private TextReaders() {}

    static Generator regex(Node node, Draws draws) {
        String pattern = node.text();
        RgxGen regex;
        try {
            Pattern.compile(pattern);
            regex = RgxGen.parse(pattern);
        } catch (RuntimeException e) {
            node.mistake("is no regular expression of which texts can be made");
            return moment -> "?";
        }
        return moment -> regex.generate(randomOf(draws.bits(moment.draw, 0)));
    }

    /** Random numbers that follow from their beginning: its SplitMix64 sequence. */
    private static RandomGenerator randomOf(long beginning) {
        Draws draws = Draws.of(beginning, "");
        return new RandomGenerator() {
            private long next;

            @Override
            public long nextLong() {
                return draws.bits(next++, 0);
            }
        };
    }

    static Generator text(Node node, Draws draws) {
        node.checkNames(Set.of("min", "max"));
        int least = (int) node.optionalWhole("min", 0, 10_000).orElse(8);
        int most = (int) node.optionalWhole("max", least, 10_000).orElse(Math.max(least, 16));
        return moment -> {
            char[] text = new char[draws.between(least, most, moment.draw, LENGTH)];
            Draws letters = Draws.of(draws.bits(moment.draw, 1), "");
            for (int i = 0; i < text.length; i++) {
                text[i] = LETTERS.charAt(letters.below(LETTERS.length(), i, 0));
            }
            return new String(text);
        };
    }

    static Generator uuid(Node node, Draws draws) {
        noArguments(node);
        // Version 4, variant 2 (RFC 9562).
        return moment -> new UUID(
                        (draws.bits(moment.draw, UUID_HIGH) & ~0xf000L) | 0x4000L,
                        (draws.bits(moment.draw, UUID_LOW) >>> 2) | 0x8000000000000000L)
                .toString();
    }

    private static void noArguments(Node node) {
        if (!(node.value() instanceof Map<?, ?> map && map.isEmpty())) {
            node.mistake("expected {}, it has no arguments");
        }
    }

    static Generator device(Node node) {
        node.checkNames(Set.of("start"));
        long start = node.optionalWhole("start", 0, 1L << 52).orElse(0);
        return moment -> start + moment.device;
    }

    static Generator time(Node node) {
        node.checkNames(Set.of("as"));
        String as = node.optionalText("as").orElse("epoch_ms");
        if (as.equals("iso")) {
            return moment -> Instant.ofEpochSecond(0, moment.eventNanos / 1_000_000 * 1_000_000)
                    .toString();
        }
        Long unit = TIMES.get(as);
        if (unit == null) {
            node.get("as").mistake("expected one of epoch_s, epoch_ms, epoch_us, epoch_ns, iso");
            return moment -> 0L;
        }
        return moment -> moment.eventNanos / unit;
    }
}
