package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.DailyCurve;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Rhythm;
import io.nrtstreams.connect.mock.series.Tempo;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the keys of time. Not thread-safe. */
final class PaceReader {
    /** As good as for ever, and within what nanoseconds can count. */
    private static final Duration LONGEST_BEHIND = Duration.ofDays(36_500);

    private final SettingsReader settings;
    private final Problems problems;

    PaceReader(SettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** How the records of a feed with this cadence are spread over time; what contradicts itself is noted. */
    Rhythm rhythm(Cadence usual, long seed) {
        check();
        double jitter = settings.isWrong(PaceKeys.JITTER)
                ? 0
                : settings.number(PaceKeys.JITTER).doubleValue();
        DailyCurve curve =
                isSet(PaceKeys.DAILY_CURVE) ? Spellings.curve(settings.text(PaceKeys.DAILY_CURVE)) : DailyCurve.EVEN;
        return new Rhythm(cadence(usual), jitter, Draws.of(seed, "jitter"), curve);
    }

    private Cadence cadence(Cadence usual) {
        if (!isSet(PaceKeys.BURST_RECORDS)) {
            if (settings.isGiven(PaceKeys.BURST_GAP)) {
                problems.add(
                        PaceKeys.BURST_GAP,
                        "there are no bursts; set " + PaceKeys.BURST_RECORDS + " or remove the key");
            }
            return usual;
        }
        long gap = settings.isWrong(PaceKeys.BURST_GAP)
                ? 0
                : Durations.parse(settings.text(PaceKeys.BURST_GAP)).toNanos();
        return new Cadence(
                usual.defaultRate(), settings.number(PaceKeys.BURST_RECORDS).intValue(), gap);
    }

    private void check() {
        boolean rate = isSet(PaceKeys.RATE);
        if (rate && isSet(PaceKeys.RATE_PER_DEVICE)) {
            problems.add(PaceKeys.RATE_PER_DEVICE, "rate is set already; remove one of the two");
        }
        if (isSet(PaceKeys.SPEED) && hasRate()) {
            if (isSet(PaceKeys.STEP)) {
                problems.add(
                        PaceKeys.SPEED, "step and rate say already how fast event time goes; remove one of the three");
            } else if (settings.text(PaceKeys.SPEED).equals(PaceKeys.MAX_SPEED)) {
                problems.add(
                        PaceKeys.SPEED,
                        "as fast as possible is no rate; remove one of the two, and set step for the event times");
            }
        }
        if (isSet(PaceKeys.END_TIME) && !settings.isWrong(PaceKeys.START_TIME)) {
            OptionalLong start = Spellings.startNanos(settings.text(PaceKeys.START_TIME));
            if (start.isPresent() && start.getAsLong() >= end()) {
                problems.add(PaceKeys.END_TIME, "expected an instant after start.time");
            }
        }
    }

    /** Event times end before this, in nanoseconds since the epoch. */
    long end() {
        return isSet(PaceKeys.END_TIME) ? Spellings.instantNanos(settings.text(PaceKeys.END_TIME)) : Long.MAX_VALUE;
    }

    /** When records are due; to be asked of a configuration that has no mistakes. */
    Pacing pacing(Content content) {
        OptionalLong start = Spellings.startNanos(settings.text(PaceKeys.START_TIME));
        return new Pacing(
                start.isPresent() ? OptionalLong.of(content.nominalNanos(start.getAsLong())) : start,
                stepNanos(content),
                nanosAtMost(LONGEST_BEHIND, Durations.parse(settings.text(PaceKeys.MAX_BEHIND))),
                content.memory(),
                tempo(content));
    }

    private long stepNanos(Content content) {
        OptionalLong recorded = Spellings.speedStep(settings.text(ReplayKeys.SPEED));
        if (recorded.isPresent()) {
            return recorded.getAsLong();
        }
        if (isSet(PaceKeys.STEP)) {
            long ofDevice = Durations.parse(settings.text(PaceKeys.STEP)).toNanos();
            return Math.max(1, Math.round((double) ofDevice / content.devices()));
        }
        OptionalDouble rate = rate(content);
        return rate.isPresent()
                ? Cadence.step(rate.getAsDouble() / speed())
                : Cadence.step(content.cadence().defaultRate());
    }

    private Tempo tempo(Content content) {
        OptionalDouble rate = rate(content);
        if (isUnthrottled(content)) {
            return new Tempo.Unthrottled();
        }
        if (isSet(PaceKeys.STEP) && rate.isPresent()) {
            return new Tempo.Stepped(Cadence.step(rate.getAsDouble()));
        }
        return isSet(PaceKeys.SPEED) ? new Tempo.Scaled(speed()) : new Tempo.Live();
    }

    private boolean isUnthrottled(Content content) {
        return content.isComputed()
                ? settings.text(PaceKeys.SPEED).equals(PaceKeys.MAX_SPEED)
                : settings.text(ReplayKeys.SPEED).equals(PaceKeys.MAX_SPEED) && !hasRate();
    }

    private double speed() {
        String text = settings.text(PaceKeys.SPEED);
        return isSet(PaceKeys.SPEED) && !text.equals(PaceKeys.MAX_SPEED) ? Double.parseDouble(text) : 1;
    }

    private OptionalDouble rate(Content content) {
        if (isSet(PaceKeys.RATE)) {
            return OptionalDouble.of(settings.number(PaceKeys.RATE).doubleValue());
        }
        return isSet(PaceKeys.RATE_PER_DEVICE)
                ? OptionalDouble.of(settings.number(PaceKeys.RATE_PER_DEVICE).doubleValue() * content.devices())
                : OptionalDouble.empty();
    }

    private boolean hasRate() {
        return isSet(PaceKeys.RATE) || isSet(PaceKeys.RATE_PER_DEVICE);
    }

    private boolean isSet(String key) {
        return !settings.isWrong(key) && settings.value(key) != null;
    }

    private static long nanosAtMost(Duration most, Duration duration) {
        return (duration.compareTo(most) < 0 ? duration : most).toNanos();
    }
}
