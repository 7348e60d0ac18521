package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNameTest {
    @Test
    void readsFolderTopicPartitionOffsetAndExtension() {
        assertThat(LinkName.of("lake/renamed/dt=2026-11-22/city=a+1/readings+2+00000000000000004711.json.gz"))
                .contains(new LinkName("lake/renamed/dt=2026-11-22/city=a+1", "readings", 2, 4711, "", ".json.gz"));
    }

    @Test
    void readsTheLane() {
        assertThat(LinkName.of("readings/readings+0+00000000000000000007+0badcafe.parquet"))
                .contains(new LinkName("readings", "readings", 0, 7, "0badcafe", ".parquet"));
    }

    @Test
    void aBucketMayHoldObjectsInNoFolderAtAll() {
        assertThat(LinkName.of("a.b+0+00000000000000000007.csv")).contains(new LinkName("", "a.b", 0, 7, "", ".csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lake/_nrt/conditional-write-probe",
                "lake/readings/_SUCCESS",
                "lake/readings/part-00000.json",
                "lake/readings/readings+0+0000000007.json", // ten digits
                "lake/readings/readings+0+00000000000000000007", // no extension
                "lake/readings/readings+0+00000000000000000007+0BADCAFE.json",
                "lake/readings/readings+0+00000000000000000007.json-5c0e0d39-9e0a-4f6e-8a57-0a4e4f5f3c11",
                "lake/readings/readings+99999999999+00000000000000000007.json",
                "lake/readings/readings+0+99999999999999999999.json",
                "lake/readings/"
            })
    void otherKeysAreNotTheSinks(String key) {
        assertThat(LinkName.of(key)).isEmpty();
    }
}
