package io.nrtstreams.bench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamilyTest {
    private static final String OURS = "io.nrtstreams.connect.mock.MockSourceConnector";
    private static final String DATAGEN = "io.confluent.kafka.connect.datagen.DatagenConnector";

    static Set<String> known() {
        return Family.known();
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyKnownConnectorHasPropertiesForWorkloadsOfStructs(String connectorClass) {
        Family family = Family.of(connectorClass);
        List<String> traits = List.of("backfill", "custom_orders", "struct");

        assertThat(family.can(traits)).isTrue();
        assertThat(family.properties(traits, "t1"))
                .containsEntry("connector.class", connectorClass)
                .containsValue("t1")
                .allSatisfy((name, value) -> assertThat(value).doesNotContain("${topic}"));
    }

    @Test
    void ourConnectorCanDoEveryWorkload() {
        Family family = Family.of(OURS);

        assertThat(PollWorkload.ALL)
                .allSatisfy(
                        workload -> assertThat(family.can(workload.traits())).isTrue());
    }

    @Test
    void theLastTraitPrevails() {
        assertThat(Family.of(OURS).properties(List.of("native", "struct"), "t")).containsEntry("output", "struct");
        assertThat(Family.of(OURS).properties(List.of("struct", "native"), "t")).containsEntry("output", "native");
    }

    @Test
    void datagenHasNoMetersOfElectricity() {
        assertThat(Family.of(DATAGEN).can(List.of("backfill", "energy", "struct")))
                .isFalse();
    }

    @Test
    void aConnectorWithoutPropertiesIsNotKnown() {
        assertThatThrownBy(() -> Family.of("com.example.Source"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no family is known for com.example.Source");
    }
}
