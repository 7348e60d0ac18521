package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockSourceConnectorTest {
    private final MockSourceConnector connector = new MockSourceConnector();

    private List<String> errors(Map<String, String> given) {
        return connector.validate(given).configValues().stream()
                .flatMap(value -> value.errorMessages().stream())
                .toList();
    }

    @Test
    void isFoundByItsServiceFile() {
        assertThat(ServiceLoader.load(SourceConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(MockSourceConnector.class);
        assertThat(connector.version()).isEqualTo("0.1.0");
        assertThat(connector.taskClass()).isEqualTo(MockSourceTask.class);
    }

    @Test
    void everyKeyIsDocumentedInAWholeSentence() {
        assertThat(connector.config().configKeys())
                .allSatisfy(
                        (name, key) -> assertThat(key.documentation).as(name).matches("(?s)\\p{L}.*\\."));
    }

    @ParameterizedTest
    @CsvSource({
        "profile,prototype",
        "seed,1",
        "record.limit,-1",
        "start.time,now",
        "schedule.max.behind,30s",
        "batch.records,2000",
        "dirt.malformed,0.0",
        "dirt.late.by,10m",
        "replay.format,csv",
        "replay.time.unit,s",
        "replay.speed,max"
    })
    void everyDefaultIsPinned(String key, String value) {
        assertThat(connector.config().defaultValues().get(key)).hasToString(value);
    }

    @Test
    void reportsAllMistakesTogetherEachWithItsKey() {
        assertThat(errors(config(
                        "energy",
                        "rate",
                        "0",
                        "shards",
                        "4",
                        "profile",
                        "relistic",
                        "devices",
                        "7",
                        "start.time",
                        "tomorrow",
                        "topic",
                        "a b",
                        "dirt.error.body",
                        "0.5",
                        "dirt.malformed",
                        "0.6",
                        "replay.file",
                        "x.csv",
                        "batch.record",
                        "5")))
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error).contains("rate: expected a number of records per second from"),
                        error -> assertThat(error).contains("shards: expected at most 3, which is how many devices"),
                        error -> assertThat(error)
                                .contains("profile: expected one of: prototype, realistic (did you mean realistic?)"),
                        error -> assertThat(error)
                                .contains("devices: the feed energy has 3 devices; set profile=realistic for another"
                                        + " number, or remove the key"),
                        error ->
                                assertThat(error).contains("start.time: expected now, or an instant from 1970 to 2100"),
                        error -> assertThat(error).contains("topic: expected 1 to 249 of the characters"),
                        error -> assertThat(error)
                                .contains("dirt.error.body: the feed energy has no such defect; remove the key"),
                        error -> assertThat(error)
                                .contains("dirt.malformed: the shares of all dirt keys together are above 1"),
                        error -> assertThat(error)
                                .contains(
                                        "replay.file: only the feed replay has this key; remove it or set feed=replay"),
                        error -> assertThat(error).contains("batch.record: there is no such key; did you mean"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed|enegry|expected one of: tiktok, energy, weather, iot, custom, replay (did you mean energy?)",
                "profile|protoype|profile: expected one of: prototype, realistic (did you mean prototype?)",
                "devices|0|devices: expected a whole number from 1 to 1000000",
                "rate|fast|rate",
                "rate|NaN|rate: expected a number of records per second",
                "rate|''|rate",
                "seed|x|seed",
                "record.limit|-2|record.limit",
                "shards|0|shards",
                "batch.records|0|batch.records",
                "dirt.malformed|1.1|dirt.malformed",
                "start.time|1969-12-31T23:59:59Z|start.time: expected now",
                "start.time|2100-01-01T00:00:00Z|start.time: expected now",
                "schedule.max.behind|soon|schedule.max.behind: expected a duration",
                "topic|..|topic: expected 1 to 249",
            })
    void aValueThatIsNoneIsRefusedWithItsKey(String key, String value, String expected) {
        assertThat(errors(config("energy", key, value)))
                .singleElement()
                .asString()
                .contains(expected);
    }

    @Test
    void aFeedIsRequired() {
        assertThat(errors(new HashMap<>())).singleElement().asString().contains("\"feed\"");
        assertThatThrownBy(() -> connector.start(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"feed\"");
    }

    @Test
    void keysOfTheFrameworkPass() {
        assertThat(errors(config(
                        "energy",
                        "key.converter",
                        "x",
                        "transforms",
                        "clean",
                        "transforms.clean.topic",
                        "x",
                        "topic.creation.default.partitions",
                        "2",
                        "exactly.once.support",
                        "required",
                        "transaction.boundary",
                        "poll",
                        "errors.log.enable",
                        "true",
                        "producer.override.linger.ms",
                        "5")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1,'0'", "5,1,'0,1,2,3,4'", "5,2,'0,2,4|1,3'", "5,5,'0|1|2|3|4'", "3,9,'0|1|2'"})
    void aShardHasOneTaskAndNoTaskIsWithoutAShard(String shards, int tasks, String expected) {
        connector.start(config("tiktok", "shards", shards));
        List<Map<String, String>> taskConfigs = connector.taskConfigs(tasks);
        assertThat(taskConfigs.stream().map(each -> each.get("task.shards")).collect(Collectors.joining("|")))
                .isEqualTo(expected);
        assertThat(taskConfigs).allSatisfy(each -> assertThat(each).containsEntry("feed", "tiktok"));
    }

    @Test
    void supportsExactlyOnce() {
        assertThat(connector.exactlyOnceSupport(config("energy"))).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.canDefineTransactionBoundaries(config("energy")))
                .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
    }

    @Test
    void acceptsOffsetsThatATaskCanStartFromAndTombstones() {
        Map<Map<String, ?>, Map<String, ?>> altered = new HashMap<>();
        altered.put(Map.of("series", "energy/energy_consumption/0"), Map.of("position", 0));
        altered.put(
                Map.of("series", "energy/energy_consumption/1"), Map.of("position", 7L, "schedule", "2|3@1000000+10"));
        altered.put(Map.of("series", "of an earlier configuration"), null);
        assertThat(connector.alterOffsets(config("energy", "shards", "2"), altered))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "series=energy/energy_consumption/1|position=5|{series=energy/energy_consumption/1}: there is no such source partition; expected one of energy/energy_consumption/0 as series, and no other key",
                "shard=0|position=5|{shard=0}: there is no such source partition; expected one of",
                "series=energy/energy_consumption/0|position=-1|the source offset's position: expected a whole number from 0",
                "series=energy/energy_consumption/0|position=1.5|the source offset's position: expected a whole number from 0",
                "series=energy/energy_consumption/0|schedule=1|the source offset's schedule: expected a schedule of the form",
                "series=energy/energy_consumption/0|'schedule=1|SECRET@2+3'|the source offset's schedule: expected a segment of the form",
                "series=energy/energy_consumption/0|'schedule=SECRET|0@2+3'|the source offset's schedule: expected a schedule of the form",
                "series=energy/energy_consumption/0|'schedule=1|4@2+3'|the source offset's schedule: begins at position 4",
                "series=energy/energy_consumption/0|'schedule=2|0@2+3'|shards: the records of {series=energy/energy_consumption/0} were emitted with shards=2",
                "series=energy/energy_consumption/0|complete=yes|the source offset's complete: expected true or false",
                "series=energy/energy_consumption/0|position=1000000000000000000|the source offset's position: is beyond what can be counted",
                "series=energy/energy_consumption/0|'schedule=1|0@2+3~x5'|the source offset's schedule: there is no such part of a shape",
                "series=energy/energy_consumption/0|'schedule=1|0@2+3~bSECRET:1'|the source offset's schedule: expected a segment of the form",
                "series=energy/energy_consumption/0|'schedule=1|0@9000000000000000000+3'|the source offset's schedule: a segment has a position from 0 and a start from 1970",
                "series=energy/energy_consumption/0|offset=1|the source offset's offset: there is no such key",
            })
    void refusesOffsetsThatNoTaskCouldStartFrom(String partition, String offset, String expected) {
        Map<Map<String, ?>, Map<String, ?>> altered = Map.of(map(partition), map("position=1;" + offset));
        assertThatThrownBy(() -> connector.alterOffsets(config("energy", "shards", "1"), altered))
                .hasMessageContaining(expected)
                .hasMessageNotContainingAny("SECRET", "java.");
    }

    @Test
    void reportsAllThatIsWrongWithOffsetsTogetherEachWithItsPartition() {
        Map<Map<String, ?>, Map<String, ?>> altered = new LinkedHashMap<>();
        altered.put(Map.of("series", "energy/energy_consumption/0"), Map.of("position", "x", "speed", 2));
        altered.put(Map.of("series", "energy/energy_consumption/1"), Map.of("position", 3));
        altered.put(Map.of("series", "energy/energy_consumption/2"), Map.of("position", 4));
        altered.put(Map.of("series", "energy/energy_consumption/3"), Map.of("position", 0));
        assertThatThrownBy(() -> connector.alterOffsets(config("energy", "record.limit", "10"), altered))
                .isInstanceOf(ConnectException.class)
                .hasMessage("{series=energy/energy_consumption/0}: the source offset's speed: there is no such key; an"
                        + " offset has position and, if known, schedule;"
                        + " {series=energy/energy_consumption/0}: the source offset's position: expected a whole number"
                        + " from 0, the records emitted so far;"
                        + " {series=energy/energy_consumption/2}: the source offset's position: is beyond record.limit,"
                        + " of which this shard has 3 records; expected at most that;"
                        + " {series=energy/energy_consumption/3}: there is no such source partition; expected one of"
                        + " energy/energy_consumption/0 to energy/energy_consumption/2 as series, and no other key");
    }

    @ParameterizedTest
    @CsvSource({
        "record.limit, 10, 4, '', true",
        "record.limit, 10, 3, '', false",
        "record.limit, 10, 3, 3|0@1667260800000000000+1000000000, false",
        "end.time, 2022-11-01T00:00:12Z, 4, 3|0@1667260800000000000+1000000000, true",
        "end.time, 2022-11-01T00:00:12Z, 3, 3|0@1667260800000000000+1000000000, false",
        "rate, 1, 7, '', false"
    })
    void anOffsetIsCompleteOnlyWhereNoRecordIsLeft(
            String key, String value, int position, String schedule, boolean complete) {
        Map<String, Object> offset = new HashMap<>(Map.of("position", position, "complete", true));
        if (!schedule.isEmpty()) {
            offset.put("schedule", schedule);
        }
        Map<Map<String, ?>, Map<String, ?>> altered = Map.of(Map.of("series", "energy/energy_consumption/0"), offset);
        if (complete) {
            assertThat(connector.alterOffsets(config("energy", key, value), altered))
                    .isTrue();
        } else {
            assertThatThrownBy(() -> connector.alterOffsets(config("energy", key, value), altered))
                    .hasMessageContaining("the source offset's complete: there are records behind this position");
        }
    }

    private static Map<String, Object> map(String entries) {
        Map<String, Object> map = new HashMap<>();
        Arrays.stream(entries.split(";")).map(entry -> entry.split("=")).forEach(pair -> {
            boolean number = pair[1].matches("-?\\d+");
            map.put(pair[0], number && pair[0].equals("position") ? (Object) Long.valueOf(pair[1]) : pair[1]);
        });
        return map;
    }
}
