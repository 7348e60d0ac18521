package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    @ParameterizedTest
    @CsvSource({
        "1,1000000000",
        "2.2,454545455",
        "0.3333333333333333,3000000000",
        "0.000001,1000000000000000",
        "100000,10000",
        "3000000,333333/1000",
        "30000000,33333/1000",
        "1e8,10",
        "1e9,1"
    })
    void aRateIsAStepOfWholeNanosecondsAndAFractionWhereThatIsTooCoarse(double rate, String step) {
        assertThat(Step.ofRate(rate)).hasToString(step);
        assertThat(Step.parse(step)).isEqualTo(Step.ofRate(rate));
    }

    @ParameterizedTest
    @CsvSource({"600000000000,3,200000000000", "600000000000,7,600000000000/7", "600000000000,1000000,600000"})
    void aRoundOfDevicesIsExact(long nanos, int devices, String step) {
        Step ofRound = Step.ofRound(nanos, devices);
        assertThat(ofRound).hasToString(step);
        for (long round = 0; round < 10_000; round++) {
            assertThat(ofRound.times(round * devices)).isEqualTo(round * nanos);
        }
    }

    @Test
    void manyStepsAreTheExactProductRoundedDown() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int records = 1 + random.nextInt(1_000_000);
            long nanos = records + random.nextLong(Step.LONGEST - records);
            long count = random.nextLong(1L << 57);
            long exact = BigInteger.valueOf(count)
                    .multiply(BigInteger.valueOf(nanos))
                    .divide(BigInteger.valueOf(records))
                    .longValue();
            assertThat(new Step(nanos, records).times(count)).isEqualTo(exact);
        }
    }

    @Test
    void aStepThatIsNoneIsRefused() {
        for (String text : new String[] {"0", "-1", "1/2", "5/0", "315360000000000001"}) {
            assertThatThrownBy(() -> Step.parse(text)).hasMessage("a step is from 1 ns to 3650 days long");
        }
        assertThatThrownBy(() -> Step.ofRate(1e-9)).hasMessage("a step is from 1 ns to 3650 days long");
        assertThat(Step.parse("315360000000000000").nanos()).isEqualTo(Step.LONGEST);
    }
}
