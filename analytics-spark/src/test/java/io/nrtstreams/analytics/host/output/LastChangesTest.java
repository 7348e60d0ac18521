package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.record;
import static io.nrtstreams.analytics.host.output.TestTopics.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LastChangesTest {

    private final List<String> given = new ArrayList<>();

    @Test
    void theLastRecordOfEachKeyIsGivenInTheOrderOfTheseRecords() {
        LastChanges changes = new LastChanges(1_000_000);
        add(changes, "a", "a1");
        add(changes, "b", "b1");
        add(changes, "a", "a2");
        changes.give(this::take);

        assertThat(given).containsExactly("b1", "a2");
    }

    @Test
    void aChangeThatDeletesIsAChange() {
        LastChanges changes = new LastChanges(1_000_000);
        add(changes, "a", "a1");
        changes.add(new TopicRecord("t", -1, -1, 0, TestTopics.bytes("a"), null, List.of()), this::take);
        changes.give(this::take);

        assertThat(given).containsExactly("deleted");
    }

    @Test
    void whatIsHeldIsBounded() {
        LastChanges changes = new LastChanges(1_000);
        for (int i = 0; i < 8; i++) {
            add(changes, "key " + i, "value " + i);
        }

        assertThat(given).containsExactly("value 0", "value 1", "value 2", "value 3", "value 4");
    }

    @Test
    void aKeyThatChangesOftenDoesNotFillIt() {
        LastChanges changes = new LastChanges(1_000);
        for (int i = 0; i < 1_000; i++) {
            add(changes, "a", "a" + i);
        }

        assertThat(given).isEmpty();
    }

    private void add(LastChanges changes, String key, String value) {
        changes.add(record("t", key, value), this::take);
    }

    private void take(TopicRecord record) {
        byte[] value = record.value();
        given.add(value == null ? "deleted" : text(value));
    }
}
