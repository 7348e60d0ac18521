package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.format.BadRecordException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {
    private static final TopicPartition DEVICES = new TopicPartition("devices", 12);

    @Test
    void namesSortAsOffsetsDo() {
        ObjectNames names = new ObjectNames("lake", ".csv.gz");
        ChainId chain = names.chain(DEVICES, new Route("devices", "dt=1", ""));

        assertThat(names.key(chain, 7)).isEqualTo("lake/devices/dt=1/devices+12+00000000000000000007.csv.gz");
        assertThat(names.key(chain, Long.MAX_VALUE))
                .isEqualTo("lake/devices/dt=1/devices+12+09223372036854775807.csv.gz");
    }

    @Test
    void prefixAndPathMayBeEmpty() {
        ObjectNames names = new ObjectNames("", ".json");

        assertThat(names.key(names.chain(DEVICES, new Route("t", "", "")), 0))
                .isEqualTo("t/devices+12+00000000000000000000.json");
    }

    @Test
    void aKeyLongerThanS3TakesIsRefused() {
        ObjectNames names = new ObjectNames("p", ".json");
        int fixed = names.key(names.chain(DEVICES, new Route("t", "x", "")), 0).length() - 1;

        assertThatCode(() -> names.chain(DEVICES, new Route("t", "x".repeat(1024 - fixed), "")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> names.chain(DEVICES, new Route("t", "x".repeat(1025 - fixed), "")))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("over 1024 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "devices+12+00000000000000000007.csv.gz, true",
        "devices+12+00000000000000000007.json, true",
        "devices+12+00000000000000000007, false",
        "devices+12+0000000000000000007.csv, false",
        "devices+12+00000000000000000007.csv.gz-6a1f0c3e-8d52-4c53-9d3a-0b3c5d1f2e4a, false",
        "devices+12+00000000000000000007.csv/other, false",
        "devices+1+00000000000000000007.csv, false"
    })
    void whatIsNotNamedAsALinkIsNone(String name, boolean link) {
        ChainId chain = new ObjectNames("lake", ".csv.gz").chain(DEVICES, new Route("devices", "dt=1", ""));

        assertThat(ObjectNames.isLinkOf(chain, "lake/devices/dt=1/" + name)).isEqualTo(link);
    }
}
