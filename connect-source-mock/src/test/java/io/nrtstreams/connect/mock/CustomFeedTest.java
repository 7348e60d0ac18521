package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.custom.DatagenAliases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds that users define, and configurations that come from datagen. */
class CustomFeedTest {
    private static final String DEFINITION =
            "{\"name\": \"meters\", \"devices\": 4, \"rate\": 100, \"key\": \"id\", \"fields\":"
                    + " {\"id\": {\"device\": {\"start\": 7}}, \"v\": {\"uniform\": {\"min\": 0.0, \"max\": 1}}}}";

    private final Rig rig = new Rig();

    private static List<String> errors(Map<String, String> config) {
        List<String> errors = new ArrayList<>();
        for (ConfigValue value : new MockSourceConnector().validate(config).configValues()) {
            errors.addAll(value.errorMessages());
        }
        return errors;
    }

    @Test
    void aDefinedFeedIsEmittedAsStructsWithItsKeyToItsTopic() {
        List<SourceRecord> records =
                rig.start(config("custom", "custom.definition", DEFINITION)).take(8);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("meters");
            assertThat(record.value()).isInstanceOf(Struct.class);
            assertThat(record.key()).isInstanceOf(Long.class);
        });
        assertThat(records).extracting(SourceRecord::key).contains(7L, 8L, 9L, 10L);
        rig.stop();
    }

    @Test
    void itHasOutputsDirtAndAnotherKeyAsAllFeedsHave() {
        List<SourceRecord> records = rig.start(config(
                        "custom",
                        "custom.definition",
                        DEFINITION,
                        "custom.key",
                        "v",
                        "output",
                        "json",
                        "devices",
                        "9",
                        "dirt.out.of.range",
                        "0.5"))
                .take(20);
        assertThat(records)
                .allSatisfy(record -> assertThat((String) record.value()).matches("\\{\"id\":\\d+,\"v\":.*}"));
        assertThat(records.get(0).key()).isInstanceOf(Double.class);
        assertThat(records.stream()
                        .filter(record -> !record.headers().isEmpty())
                        .count())
                .isBetween(4L, 16L);
        rig.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate=5|custom.definition: a custom feed needs exactly one of custom.definition, custom.file, custom.quickstart",
                "custom.quickstart=users;custom.file=/x.json|custom.quickstart: a custom feed needs exactly one of",
                "custom.quickstart=userz|custom.quickstart: expected one of clickstream",
                "custom.file=/none.json|custom.file: /none.json: cannot be read",
                "custom.definition={}|custom.definition: fields: expected an object",
                "custom.quickstart=users;profile=realistic|profile: a custom feed behaves as it is defined",
                "custom.quickstart=users;custom.key=uid|custom.quickstart: key: expected one of the fields registertime",
                "custom.quickstart=users;dirt.error.body=0.1|dirt.error.body: the feed users has no such defect",
                "custom.quickstart=users;dirt.malformed=0.1|dirt.malformed: only a text can be cut short"
            })
    void whatIsWrongIsToldWithItsKey(String keys, String expected) {
        Map<String, String> config = config("custom");
        for (String key : keys.split(";")) {
            config.put(key.split("=")[0], key.split("=")[1]);
        }
        assertThat(errors(config)).anySatisfy(error -> assertThat(error).contains(expected));
    }

    @Test
    void theKeysOfACustomFeedAreOfItAlone() {
        assertThat(errors(config("energy", "custom.key", "x")))
                .singleElement()
                .asString()
                .contains("custom.key: only the feed custom has this key");
    }

    private static Map<String, String> datagen(String... more) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", MockSourceConnector.class.getName());
        config.put("name", "c");
        config.put("kafka.topic", "orders");
        config.put("quickstart", "ORDERS");
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    @Test
    void aConfigurationOfDatagenEmitsItsQuickstartWithItsKey() {
        Map<String, String> config = datagen("max.interval", "10", "iterations", "30", "random.seed", "5");
        assertThat(errors(config)).isEmpty();
        List<SourceRecord> records = rig.start(config).take(30);
        assertThat(rig.poll()).isEmpty();
        assertThat(records).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("orders");
            assertThat(((Struct) record.value()).schema().name()).isEqualTo("orders");
            assertThat(record.key()).isInstanceOf(Integer.class);
        });
        // 200 a second on average.
        assertThat(records.get(29).timestamp() - records.get(0).timestamp()).isBetween(130L, 160L);
        rig.stop();
    }

    @Test
    void anAvroSchemaOfDatagenIsRead() {
        Map<String, String> config = datagen(
                "quickstart",
                "",
                "schema.string",
                "{\"type\": \"record\", \"name\": \"r\", \"fields\": [{\"name\": \"id\", \"type\": {\"type\": \"long\","
                        + " \"arg.properties\": {\"iteration\": {\"start\": 3}}}}]}",
                "schema.keyfield",
                "id");
        assertThat(errors(config)).isEmpty();
        assertThat(rig.start(config).take(2)).extracting(SourceRecord::key).containsExactly(3L, 4L);
        rig.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema.filename=/x.avsc|quickstart: expected one of schema.filename, quickstart; remove the others",
                "max.interval=soon|max.interval: expected a whole number",
                "topic=other|kafka.topic: means topic, which is there as well",
                "quickstart=shoes|custom.quickstart: expected one of"
            })
    void whatContradictsItselfIsRefused(String more, String expected) {
        assertThat(errors(datagen(more.split("=")[0], more.split("=")[1])))
                .anySatisfy(error -> assertThat(error).contains(expected));
    }

    @Test
    void whereOursDiffersAWarningSaysSo() {
        assertThat(DatagenAliases.of(datagen("max.interval", "100", "iterations", "5"))
                        .warnings())
                .anySatisfy(warning -> assertThat(warning).contains("rate of 20.0 records per second is of the whole"))
                .anySatisfy(warning -> assertThat(warning).contains("5 records over the whole connector"))
                .anySatisfy(warning -> assertThat(warning).contains("event time as timestamp"));
        assertThat(DatagenAliases.of(datagen("max.interval", "1")).config()).containsEntry("speed", "max");
        assertThat(DatagenAliases.of(config("energy", "iterations", "5")).warnings())
                .isEmpty();
    }
}
