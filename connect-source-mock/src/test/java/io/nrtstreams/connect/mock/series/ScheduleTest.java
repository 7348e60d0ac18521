package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Schedule THREE =
            new Schedule(2, List.of(new Segment(0, 1000, 10), new Segment(5, 9000, 20), new Segment(100, 20_000, 10)));

    @Test
    void readsTheTextItWrites() {
        assertThat(THREE).hasToString("2|0@1000+10,5@9000+20,100@20000+10");
        assertThat(Schedule.parse(THREE.toString())).isEqualTo(THREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1|", "1|5@x+1", "0@1+1", "0|0@1+1", "1|5@1+1,5@2+1", "1|0@1+0", "1|0@-1+1", "1|0+1@1"})
    void refusesATextThatIsNoSchedule(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPositionBelongsToTheLastSegmentThatBeginsAtOrBeforeIt() {
        assertThat(THREE.at(0).from()).isZero();
        assertThat(THREE.at(4).from()).isZero();
        assertThat(THREE.at(5).from()).isEqualTo(5);
        assertThat(THREE.at(99).from()).isEqualTo(5);
        assertThat(THREE.at(100).from()).isEqualTo(100);
        assertThat(THREE.at(Long.MAX_VALUE).from()).isEqualTo(100);
    }

    @Test
    void aSegmentThatNoRecordUsedIsReplaced() {
        assertThat(THREE.then(new Segment(100, 30_000, 7))).hasToString("2|0@1000+10,5@9000+20,100@30000+7");
    }

    @Test
    void keepsAThousandSegmentsAndForgetsTheOldest() {
        Schedule schedule = Schedule.parse("1|0@1+1");
        for (int i = 1; i <= Schedule.MAX_SEGMENTS; i++) {
            schedule = schedule.then(new Segment(i * 10L, i * 100L, 1));
        }
        Schedule full = schedule;
        assertThat(full.segments()).hasSize(Schedule.MAX_SEGMENTS);
        assertThat(full.first()).isEqualTo(10);
        assertThat(full.at(507).from()).isEqualTo(500);
        assertThatThrownBy(() -> full.at(9))
                .hasMessage("the time of position 9 is no longer known: the schedule begins at position 10");
    }
}
