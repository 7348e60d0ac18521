package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys of time: event times, the clock they follow, and how records are spread over it. */
final class PaceKeys {
    static final String RATE = "rate";
    static final String RATE_PER_DEVICE = "rate.per.device";
    static final String STEP = "step";
    static final String SPEED = "speed";
    static final String START_TIME = "start.time";
    static final String END_TIME = "end.time";
    static final String RECORD_LIMIT = "record.limit";
    static final String MAX_BEHIND = "schedule.max.behind";
    static final String BATCH_RECORDS = "batch.records";
    static final String JITTER = "rate.jitter";
    static final String BURST_RECORDS = "rate.burst.records";
    static final String BURST_GAP = "rate.burst.gap";
    static final String DAILY_CURVE = "rate.daily.curve";

    static final String NOW = "now";
    static final String MAX = "max";

    /** What a replay, whose times are recorded, has no use for. */
    static final List<String> OF_COMPUTED_FEEDS =
            List.of(RATE_PER_DEVICE, STEP, SPEED, START_TIME, END_TIME, JITTER, BURST_RECORDS, BURST_GAP, DAILY_CURVE);

    /** What the step between event times follows from. */
    static final List<String> OF_STEP = List.of(RATE, RATE_PER_DEVICE, STEP, SPEED, BURST_RECORDS);

    private static final String RATES = "a number from 0.000001 to 100000000";

    private PaceKeys() {}

    static List<Key> all() {
        return List.of(
                Key.string(RATE)
                        .defaultsTo(null)
                        .validator(Validators.checking(RATES + ", or max", Spellings::checkRateOrMax))
                        .importance(Importance.HIGH)
                        .doc("Records per second over the whole connector, e.g. 500, or max for as fast as possible; by"
                                + " default the prototype's cadence (tiktok one in 3 s, energy 2.2 a second, weather 4"
                                + " in 300 s), in a replay max."),
                Key.of(RATE_PER_DEVICE, ConfigDef.Type.DOUBLE)
                        .defaultsTo(null)
                        .validator(Validators.checking(RATES, Spellings::checkRate))
                        .doc("Records per second of each device, in place of rate, e.g. 0.2."),
                Key.duration(STEP, Duration.ofMillis(1))
                        .defaultsTo(null)
                        .doc(
                                "Event time between two records of a device, e.g. 10m, at most 3650d; by default it follows"
                                        + " from rate and speed."),
                Key.string(SPEED)
                        .defaultsTo(null)
                        .validator(
                                Validators.checking("max, or a number from 0.001 to 1000000000", Spellings::checkSpeed))
                        .importance(Importance.HIGH)
                        .doc("How many times as fast as the wall clock event time goes, e.g. 3600 for an hour a second;"
                                + " max emits as fast as possible. By default event time is the wall clock's."),
                Key.string(START_TIME)
                        .defaultsTo(NOW)
                        .validator(Validators.checking(
                                "now, or an instant from 1970 to 2100 such as 2022-11-01T00:00:00Z",
                                Spellings::startNanos))
                        .importance(Importance.HIGH)
                        .doc("The event time of the first record, e.g. 2022-11-01T00:00:00Z; without speed or step what"
                                + " is past is emitted as fast as possible, and then the wall clock is followed."),
                Key.string(END_TIME)
                        .defaultsTo(null)
                        .validator(Validators.checking(
                                "an instant from 1970 to 2100 such as 2022-12-01T00:00:00Z", Spellings::instantNanos))
                        .doc("The event time before which all records are, e.g. 2022-12-01T00:00:00Z; its tasks idle"
                                + " after the last. By default it is 2100-01-01, where event times end."),
                Key.of(RECORD_LIMIT, ConfigDef.Type.LONG)
                        .defaultsTo(-1L)
                        .validator(ConfigDef.Range.atLeast(-1))
                        .doc("Records over the whole connector, after which its tasks idle, e.g. 1000000; -1 for no"
                                + " end."),
                Key.of(JITTER, ConfigDef.Type.DOUBLE)
                        .defaultsTo(0.0)
                        .validator(ConfigDef.Range.between(0.0, 1.0))
                        .doc("The part of the time to the next record, or of a step where that is shorter, by which a"
                                + " record may come later, 0 to 1, drawn for each, e.g. 0.5; the order stays."),
                Key.of(BURST_RECORDS, ConfigDef.Type.INT)
                        .defaultsTo(null)
                        .validator(Validators.checking("a whole number from 1 to 1000000", Spellings::checkBurst))
                        .doc("How many records come together before a pause that keeps the rate, e.g. 100; by default"
                                + " 1, of weather 4."),
                Key.duration(BURST_GAP, Duration.ZERO)
                        .defaultsTo("1ms")
                        .doc("The time between two records of a burst, e.g. 1ms."),
                Key.string(DAILY_CURVE)
                        .defaultsTo(null)
                        .validator(Validators.checking("24 weights, parted by commas", Spellings::curve))
                        .doc("How many records the 24 hours from 0 UTC on get, compared with each other, e.g."
                                + " 1,1,1,1,1,2,4,6,5,4,4,4,5,4,4,4,5,6,8,9,9,6,3,2; the rate is the mean of a day."),
                Key.duration(MAX_BEHIND, Duration.ZERO)
                        .defaultsTo("30s")
                        .doc("How late a record may be and still be caught up on, e.g. 30s; what is later goes on from"
                                + " now, without speed or start.time with a gap in the event times."),
                Key.of(BATCH_RECORDS, ConfigDef.Type.INT)
                        .defaultsTo(2000)
                        .validator(ConfigDef.Range.between(1, 100_000))
                        .importance(Importance.LOW)
                        .doc("The most records that a task hands over at once, e.g. 2000."));
    }
}
