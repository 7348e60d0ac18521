package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.series.Pacing.Memory;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final Shard WHOLE = new Shard(0, 1, 3);
    private static final Shard SECOND = new Shard(1, 3, 3);
    private static final Cadence EVEN = Cadence.even(1);
    private static final Pacing FROM_NOW =
            new Pacing(OptionalLong.empty(), Step.of(10), Shape.PLAIN, new Tempo.Live(), 300, Memory.WHOLE_PAST);
    private static final Pacing TIMETABLE = FROM_NOW.at(OptionalLong.of(500));

    @Test
    void aShardBeginsNowAtItsPlaceInTheRound() {
        assertThat(FROM_NOW.begin(WHOLE, EVEN, 0, 1000)).hasToString("1|0@1000+10");
        assertThat(FROM_NOW.begin(SECOND, EVEN, 0, 1000)).hasToString("3|0@1010+10");
    }

    @Test
    void aShardWhosePastIsUnknownBeginsNowAtItsPosition() {
        assertThat(FROM_NOW.begin(SECOND, EVEN, 7, 1000)).hasToString("3|7@1010+10");
    }

    @Test
    void aTimetableBeginsAtItsStartWhateverTheTimeAndThePosition() {
        assertThat(TIMETABLE.begin(SECOND, EVEN, 7, 1000)).hasToString("3|0@510+10");
    }

    @Test
    void onlyWhatIsLaterThanAllowedIsTooLateAndNothingIsInATimetable() {
        assertThat(FROM_NOW.tooLate(700, 1000)).isFalse();
        assertThat(FROM_NOW.tooLate(699, 1000)).isTrue();
        assertThat(TIMETABLE.tooLate(0, 1000)).isFalse();
    }

    @Test
    void goingOnAnewKeepsThePastKnownWhereItMatters() {
        Schedule before = Schedule.parse("1|0@1000+10");
        assertThat(FROM_NOW.anew(before, 4, 9000, 0)).hasToString("1|0@1000+10,4@9000+10");
        Pacing forgetful =
                new Pacing(OptionalLong.empty(), Step.of(10), Shape.PLAIN, new Tempo.Live(), 300, Memory.NONE);
        assertThat(forgetful.anew(before, 4, 9000, 0)).hasToString("1|4@9000+10");
    }

    @Test
    void anotherRateBeginsASegmentWhereTheNextRecordWasDueButNotInTheFuture() {
        Schedule before = Schedule.parse("1|0@1000+25");
        assertThat(FROM_NOW.goingOn(before, 4, 1100, 1300)).hasToString("1|0@1000+25,4@1100+10");
        assertThat(FROM_NOW.goingOn(before, 4, 1100, 1090)).hasToString("1|0@1000+25,4@1090+10");
        assertThat(TIMETABLE.goingOn(before, 4, 1100, 1090)).hasToString("1|0@1000+25,4@1100+10");
    }

    @Test
    void theSameRateKeepsTheSchedule() {
        Schedule before = Schedule.parse("1|0@1000+10");
        assertThat(FROM_NOW.goingOn(before, 4, 1040, 1040)).isSameAs(before);
    }
}
