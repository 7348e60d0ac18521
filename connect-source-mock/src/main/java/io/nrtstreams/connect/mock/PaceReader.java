package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.DailyCurve;
import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Shape;
import io.nrtstreams.connect.mock.series.Step;
import io.nrtstreams.connect.mock.series.Tempo;
import io.nrtstreams.connect.mock.series.Times;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the keys of time, and notes what they get wrong together. Not thread-safe. */
final class PaceReader {
    /** As good as for ever, and within what nanoseconds can count. */
    private static final Duration LONGEST_BEHIND = Duration.ofDays(36_500);

    private static final double MILLION = 1e6;

    private final SettingsReader settings;
    private final Problems problems;

    PaceReader(SettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Notes what the keys of a computed feed get wrong together. */
    void check(int devices, Cadence usual) {
        boolean twoRates = refuseTwoRates(devices);
        boolean twoSpeeds = refuseTwoSpeeds();
        refuseEndBeforeStart();
        if (isSet(PaceKeys.BURST_GAP) && settings.isGiven(PaceKeys.BURST_GAP) && !isSet(PaceKeys.BURST_RECORDS)) {
            problems.add(
                    PaceKeys.BURST_GAP, "there are no bursts; set " + PaceKeys.BURST_RECORDS + " or remove the key");
        }
        boolean wrong = PaceKeys.OF_STEP.stream().anyMatch(settings::isWrong);
        if (!twoRates && !twoSpeeds && !wrong) {
            checkStep(devices, usual);
        }
    }

    private boolean refuseTwoRates(int devices) {
        if (!isSet(PaceKeys.RATE_PER_DEVICE)) {
            return false;
        }
        if (isSet(PaceKeys.RATE)) {
            problems.add(PaceKeys.RATE_PER_DEVICE, "rate is set already; remove one of the two");
            return true;
        }
        if (number(PaceKeys.RATE_PER_DEVICE) * devices > Spellings.MOST_RATE) {
            problems.add(
                    PaceKeys.RATE_PER_DEVICE,
                    "over all " + devices + " devices expected at most 100000000 records per second");
            return true;
        }
        return false;
    }

    private boolean refuseTwoSpeeds() {
        if (!isSet(PaceKeys.SPEED)) {
            return false;
        }
        boolean rate = isMax(PaceKeys.RATE) || rate(1).isPresent();
        String mistake = null;
        if (rate && isMax(PaceKeys.RATE) && !isMax(PaceKeys.SPEED)) {
            mistake = "with rate=max records come as fast as possible, at no speed; remove one of the two";
        } else if (rate && !isMax(PaceKeys.RATE) && isSet(PaceKeys.STEP)) {
            mistake = "step and rate say already how fast event time goes; remove one of the three";
        } else if (rate && !isMax(PaceKeys.RATE) && isMax(PaceKeys.SPEED)) {
            mistake = "as fast as possible is no rate; remove one of the two, and set step for the event times";
        }
        if (mistake != null) {
            problems.add(PaceKeys.SPEED, mistake);
        }
        return mistake != null;
    }

    private void refuseEndBeforeStart() {
        if (isSet(PaceKeys.END_TIME) && !settings.isWrong(PaceKeys.START_TIME)) {
            OptionalLong start = Spellings.startNanos(settings.text(PaceKeys.START_TIME));
            if (start.isPresent() && start.getAsLong() >= end()) {
                problems.add(PaceKeys.END_TIME, "expected an instant after start.time");
            }
        }
    }

    private void checkStep(int devices, Cadence usual) {
        try {
            Step step = step(devices, usual);
            if (isSet(PaceKeys.BURST_RECORDS) && number(PaceKeys.BURST_RECORDS) * step.mean() > Step.LONGEST) {
                problems.add(
                        PaceKeys.BURST_RECORDS,
                        "the bursts would be more than 3650 days apart; lower it or raise the rate");
            }
            checkLimit(step);
        } catch (IllegalArgumentException e) {
            problems.add(
                    isSet(PaceKeys.STEP) ? PaceKeys.STEP : PaceKeys.SPEED,
                    "two records would be less than 1 ns or more than 3650 days of event time apart");
        }
    }

    private void checkLimit(Step step) {
        if (settings.isWrong(PaceKeys.START_TIME) || settings.isWrong(PaceKeys.RECORD_LIMIT)) {
            return;
        }
        OptionalLong start = Spellings.startNanos(settings.text(PaceKeys.START_TIME));
        double length = number(PaceKeys.RECORD_LIMIT) * step.mean();
        if (start.isPresent() && !isSet(PaceKeys.END_TIME) && start.getAsLong() + length > Times.END) {
            problems.add(
                    PaceKeys.RECORD_LIMIT,
                    "the last of them would be after 2100-01-01T00:00:00Z, where event times end; lower it, or the step"
                            + " between records, or set end.time");
        }
    }

    /** Event times end before this, in nanoseconds since the epoch. */
    private long end() {
        return isSet(PaceKeys.END_TIME) ? Spellings.instantNanos(settings.text(PaceKeys.END_TIME)) : Times.END;
    }

    /** Event times of this content end before this, in nanoseconds since the epoch. */
    long end(Content content) {
        return content.isComputed() ? end() : Times.NEVER;
    }

    /** When records are due; to be asked of a configuration that has no mistakes. */
    Pacing pacing(Content content, long seed) {
        OptionalLong recorded = Spellings.speedStep(settings.text(ReplayKeys.SPEED));
        Step step = recorded.isPresent()
                ? Step.of(recorded.getAsLong())
                : content.isComputed()
                        ? step(content.devices(), content.cadence())
                        : Step.of(stepOfRows(content).mean());
        return new Pacing(
                Spellings.startNanos(settings.text(PaceKeys.START_TIME)),
                step,
                shape(seed),
                tempo(content),
                nanosAtMost(LONGEST_BEHIND, Durations.parse(settings.text(PaceKeys.MAX_BEHIND))),
                content.memory());
    }

    private Step stepOfRows(Content content) {
        return Step.ofRate(rate(1).orElse(content.cadence().defaultRate()));
    }

    private Step step(int devices, Cadence usual) {
        if (isSet(PaceKeys.STEP)) {
            return Step.ofRound(Durations.parse(settings.text(PaceKeys.STEP)).toNanos(), devices);
        }
        OptionalDouble rate = rate(devices);
        return Step.ofRate(rate.isPresent() ? rate.getAsDouble() / speed() : usual.defaultRate());
    }

    private Shape shape(long seed) {
        Shape.Burst burst = isSet(PaceKeys.BURST_RECORDS)
                ? new Shape.Burst(
                        (int) number(PaceKeys.BURST_RECORDS),
                        Durations.parse(settings.text(PaceKeys.BURST_GAP)).toNanos())
                : null;
        int millionths = (int) Math.round(number(PaceKeys.JITTER) * MILLION);
        return new Shape(
                burst,
                millionths == 0 ? Shape.Jitter.NONE : new Shape.Jitter(millionths, seed),
                isSet(PaceKeys.DAILY_CURVE) ? Spellings.curve(settings.text(PaceKeys.DAILY_CURVE)) : DailyCurve.EVEN);
    }

    private Tempo tempo(Content content) {
        OptionalDouble rate = rate(content.devices());
        if (isUnthrottled(content)) {
            return new Tempo.Unthrottled();
        }
        if (isSet(PaceKeys.STEP) && rate.isPresent()) {
            return new Tempo.Stepped(Step.ofRate(rate.getAsDouble()));
        }
        return isSet(PaceKeys.SPEED) ? new Tempo.Scaled(speed()) : new Tempo.Live();
    }

    private boolean isUnthrottled(Content content) {
        return content.isComputed()
                ? isMax(PaceKeys.SPEED) || isMax(PaceKeys.RATE)
                : isMax(ReplayKeys.SPEED) && rate(1).isEmpty();
    }

    private double speed() {
        return isSet(PaceKeys.SPEED) && !isMax(PaceKeys.SPEED) ? number(PaceKeys.SPEED) : 1;
    }

    /** Records per second over so many devices, empty where none is set or it is {@code max}. */
    private OptionalDouble rate(int devices) {
        if (isSet(PaceKeys.RATE)) {
            return isMax(PaceKeys.RATE) ? OptionalDouble.empty() : OptionalDouble.of(number(PaceKeys.RATE));
        }
        return isSet(PaceKeys.RATE_PER_DEVICE)
                ? OptionalDouble.of(number(PaceKeys.RATE_PER_DEVICE) * devices)
                : OptionalDouble.empty();
    }

    private boolean isMax(String key) {
        return isSet(key) && settings.text(key).equals(PaceKeys.MAX);
    }

    private double number(String key) {
        return Double.parseDouble(settings.text(key));
    }

    private boolean isSet(String key) {
        return !settings.isWrong(key) && settings.value(key) != null;
    }

    private static long nanosAtMost(Duration most, Duration duration) {
        return (duration.compareTo(most) < 0 ? duration : most).toNanos();
    }
}
