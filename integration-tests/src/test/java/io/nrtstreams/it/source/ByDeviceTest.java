package io.nrtstreams.it.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByDeviceTest {
    private static Emitted record(String key, long timestamp) {
        return new Emitted(key, "v" + timestamp, timestamp, List.of());
    }

    private static final ByDevice EXPECTED = ByDevice.of(List.of(record("a", 1), record("b", 2), record("a", 3)));

    private static List<String> differences(Emitted... there) {
        return EXPECTED.differences(ByDevice.of(List.of(there)));
    }

    @Test
    void theOrderOfDevicesAmongEachOtherDoesNotMatter() {
        assertThat(differences(record("b", 2), record("a", 1), record("a", 3))).isEmpty();
    }

    @Test
    void whatIsMissingDoubledOrOutOfItsOrderIsFound() {
        assertThat(differences(record("a", 1), record("a", 3)))
                .singleElement()
                .asString()
                .startsWith("b has 0 of 1 records; number 0 is nothing");
        assertThat(differences(record("a", 1), record("b", 2), record("b", 2), record("a", 3)))
                .singleElement()
                .asString()
                .startsWith("b has 2 of 1 records; number 1 is ");
        assertThat(differences(record("a", 3), record("b", 2), record("a", 1)))
                .singleElement()
                .asString()
                .startsWith("a has 2 of 2 records; number 0 is ");
        assertThat(differences(record("a", 1), record("b", 2), record("a", 3), record("c", 4)))
                .singleElement()
                .asString()
                .startsWith("c has 1 of 0 records");
    }

    @Test
    void aByteOrAHeaderCounts() {
        Emitted other = new Emitted("b", "v2", 2, List.of("nrt.dirt=late"));

        assertThat(differences(record("a", 1), other, record("a", 3))).hasSize(1);
    }
}
