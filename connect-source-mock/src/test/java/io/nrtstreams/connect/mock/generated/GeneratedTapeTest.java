package io.nrtstreams.connect.mock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.dirt.Dirt;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Prototype;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Segment;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Defects of time: they refer to the record of the same device before. */
class GeneratedTapeTest {
    private static final long STEP = 100_000_000;
    private static final Shard WHOLE = new Shard(0, 1, 3);
    private static final Schedule SCHEDULE = new Schedule(1, List.of(new Segment(0, 1_667_260_800_000_000_000L, STEP)));
    private static final int HOUSES = 3;
    private static final long MOST_LATE_NANOS = 60_000_000_000L;

    private static List<Reading> read(DirtKind kind, double share) {
        Dirt dirt = share == 0
                ? Dirt.NONE
                : new Dirt(List.of(new Dirt.Rate(kind, share, Draws.of(3, "x"))), MOST_LATE_NANOS);
        List<Reading> readings = new ArrayList<>();
        Feed energy = Prototype.feed("energy", 42);
        try (Tape tape = new GeneratedContent(energy, dirt, Output.NATIVE).open(WHOLE, 0, 600)) {
            while (!tape.ended()) {
                readings.add(tape.next(SCHEDULE));
            }
        }
        return readings;
    }

    private final List<Reading> clean = read(DirtKind.LATE, 0);

    @Test
    void aDuplicateIsTheRecordOfItsDeviceBeforeItOnceMore() {
        List<Reading> dirty = read(DirtKind.DUPLICATE, 0.2);
        int duplicates = 0;
        for (int i = 0; i < dirty.size(); i++) {
            Reading reading = dirty.get(i);
            if (reading.dirt() == null) {
                assertThat(reading).isEqualTo(clean.get(i));
            } else {
                Reading before = dirty.get(i - HOUSES);
                assertThat(before.dirt()).isNull();
                assertThat(reading)
                        .isEqualTo(new Reading(
                                before.keySchema(),
                                before.key(),
                                before.valueSchema(),
                                before.value(),
                                before.timestampMillis(),
                                DirtKind.DUPLICATE));
                duplicates++;
            }
        }
        assertThat(duplicates).isBetween(60, 140);
    }

    @Test
    void aLateRecordIsOfATimeBeforeTheOneAtWhichItComes() {
        List<Reading> dirty = read(DirtKind.LATE, 0.2);
        for (int i = 0; i < dirty.size(); i++) {
            long late = clean.get(i).timestampMillis() - dirty.get(i).timestampMillis();
            if (dirty.get(i).dirt() == null) {
                assertThat(dirty.get(i)).isEqualTo(clean.get(i));
            } else {
                assertThat(late).isBetween(6_000L, 60_000L);
                // The text says the same time as the timestamp.
                assertThat(String.valueOf(dirty.get(i).value()))
                        .startsWith(Long.toString(dirty.get(i).timestampMillis() / 1000));
            }
        }
        assertThat(dirty).filteredOn(reading -> reading.dirt() != null).hasSizeBetween(80, 160);
    }

    @Test
    void aRecordOutOfOrderIsOfATimeJustBeforeThatOfItsDevicesRecordBeforeIt() {
        List<Reading> dirty = read(DirtKind.OUT_OF_ORDER, 0.2);
        for (int i = 0; i < dirty.size(); i++) {
            if (dirty.get(i).dirt() != null) {
                long before = dirty.get(i - HOUSES).timestampMillis();
                assertThat(dirty.get(i).timestampMillis()).isBetween(before - 300, before - 1);
            }
        }
        assertThat(dirty).filteredOn(reading -> reading.dirt() != null).hasSizeBetween(60, 140);
    }

    @Test
    void theFirstRecordOfADeviceHasNoneBeforeItAndStaysClean() {
        assertThat(read(DirtKind.DUPLICATE, 1).subList(0, HOUSES)).isEqualTo(clean.subList(0, HOUSES));
        assertThat(read(DirtKind.OUT_OF_ORDER, 1).subList(0, HOUSES)).isEqualTo(clean.subList(0, HOUSES));
    }
}
