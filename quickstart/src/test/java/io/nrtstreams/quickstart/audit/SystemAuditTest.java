package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemAuditTest {
    @Test
    void topicsThatASinkOfThePrefixNamesAreAuditedEvenIfNothingOfThemIsStored() {
        List<Map<String, String>> sinks = List.of(
                Map.of("s3.prefix", "lake", "topics", "energy, weather"),
                Map.of("s3.prefix", "lake", "topics.regex", "any.*"),
                Map.of("s3.prefix", "other", "topics", "elsewhere"),
                Map.of("topics", "without-prefix"));

        assertThat(SystemAudit.sunk(sinks, "lake")).containsExactlyInAnyOrder("energy", "weather");
        assertThat(SystemAudit.sunk(sinks, "")).containsExactly("without-prefix");
    }
}
