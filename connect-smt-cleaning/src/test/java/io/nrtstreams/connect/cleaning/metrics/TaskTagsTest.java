package io.nrtstreams.connect.cleaning.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTagsTest {
    @ParameterizedTest
    @CsvSource({
        "'[energy|task-3] ',energy,3",
        "'[a|task-1|b|task-12|offsets] ',a|task-1|b,12",
        "'[e]f|task-0|worker] ',e]f,0"
    })
    void aTaskIsKnownByTheContextOfTheLog(String context, String connector, String task) {
        assertThat(TaskTags.in(context)).isEqualTo(Map.of("connector", connector, "task", task));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[energy|worker] ", "energy-task-3"})
    void othersNameNoTask(String context) {
        assertThat(TaskTags.in(context)).isEmpty();
    }
}
