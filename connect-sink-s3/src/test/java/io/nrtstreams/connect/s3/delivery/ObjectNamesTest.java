package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.format.BadRecordException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ObjectNamesTest {
    private static final TopicPartition DEVICES = new TopicPartition("devices", 12);

    @Test
    void namesSortAsOffsetsDo() {
        ObjectNames names = new ObjectNames("lake", ".csv.gz");
        ChainId chain = names.chain(DEVICES, "devices", "dt=1");

        assertThat(names.key(chain, 7)).isEqualTo("lake/devices/dt=1/devices+12+00000000000000000007.csv.gz");
        assertThat(names.key(chain, Long.MAX_VALUE))
                .isEqualTo("lake/devices/dt=1/devices+12+09223372036854775807.csv.gz");
    }

    @Test
    void prefixAndPathMayBeEmpty() {
        ObjectNames names = new ObjectNames("", ".json");

        assertThat(names.key(names.chain(DEVICES, "t", ""), 0)).isEqualTo("t/devices+12+00000000000000000000.json");
    }

    @Test
    void aKeyLongerThanS3TakesIsRefused() {
        ObjectNames names = new ObjectNames("p", ".json");
        int fixed = names.key(names.chain(DEVICES, "t", "x"), 0).length() - 1;

        assertThatCode(() -> names.requireShortKeys(names.chain(DEVICES, "t", "x".repeat(1024 - fixed))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> names.requireShortKeys(names.chain(DEVICES, "t", "x".repeat(1025 - fixed))))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("over 1024 bytes");
    }
}
