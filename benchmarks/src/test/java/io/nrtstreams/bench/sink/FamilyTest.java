package io.nrtstreams.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamilyTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:1");

    static Set<String> known() {
        return Family.known();
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyKnownConnectorHasPropertiesWithoutOpenPlaceholders(String connectorClass) {
        Family family = Family.of(connectorClass);

        Stream.of(Workloads.json(), Workloads.gzip(), Workloads.smallFiles())
                .forEach(workload -> assertThat(family.properties(workload, ENDPOINT, "bucket"))
                        .containsEntry("connector.class", connectorClass)
                        .containsEntry("topics", Readings.TOPIC)
                        .containsValue("bucket")
                        .containsValue(ENDPOINT.toString())
                        .containsValue(Integer.toString(workload.fileRecords()))
                        .allSatisfy((name, value) -> assertThat(value).doesNotContain("${")));
        assertThat(family.can(Workloads.json())).isTrue();
        assertThat(family.dataPrefix()).contains(Readings.TOPIC);
    }

    @ParameterizedTest
    @MethodSource("known")
    void aTraitOfTheWorkloadOverridesWhatHoldsAlways(String connectorClass) {
        Family family = Family.of(connectorClass);

        Map<String, String> plain = family.properties(Workloads.json(), ENDPOINT, "bucket");
        Map<String, String> compressed = family.properties(Workloads.gzip(), ENDPOINT, "bucket");

        assertThat(plain).doesNotContainValue("gzip");
        assertThat(compressed).containsValue("gzip");
    }
}
