package io.nrtstreams.connect.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {
    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "30s,PT30S", "5 m,PT5M", "1H,PT1H", "7d,PT168H", "1500,PT1.5S", "PT30S,PT30S", "0,PT0S"
    })
    void readsADurationInEverySpelling(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5s", "1.5h", "5 weeks", "PT-30S", "99999999999999999999s"})
    void refusesWhatIsNoDurationAndSaysWhatWouldBe(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).hasMessageContaining("expected a duration such as 250ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999d", "36501d", "PT1000000H"})
    void refusesADurationThatNoCalculationCouldHold(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a duration of at most 36500d");
    }

    @Test
    void refusesASizeThatNoCalculationCouldHold() {
        assertThatThrownBy(() -> DataSize.parse("999999999999GB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a size below 8 EiB");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1kb,1024", "5 MB,5242880", "64MiB,67108864", "2GB,2147483648"})
    void readsASizeInStepsOf1024(String text, long bytes) {
        assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "big", "-1", "1.5MB", "1TB"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).hasMessageContaining("expected a size such as 512KB");
    }

    @ParameterizedTest
    @CsvSource({
        "rotate.agee,rotate.age",
        "rotate_records,rotate.records",
        "s3.bukcet,s3.bucket",
        "ROTATE.AGE,rotate.age"
    })
    void suggestsTheNameThatWasMeant(String typed, String meant) {
        assertThat(Suggestions.nearest(typed, List.of("rotate.age", "rotate.records", "s3.bucket")))
                .hasValue(meant);
    }

    @Test
    void suggestsNothingForAWordThatIsUnlikeAll() {
        assertThat(Suggestions.nearest("consumer.fetch", List.of("rotate.age", "s3.bucket")))
                .isEmpty();
    }
}
