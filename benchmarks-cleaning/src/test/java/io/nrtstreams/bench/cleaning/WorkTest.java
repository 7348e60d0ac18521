package io.nrtstreams.bench.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is measured is the work that it is said to be. */
class WorkTest {
    @Test
    void everyBenchmarkRuns() throws RunnerException {
        // Nothing is timed here, so another run on the machine does no harm.
        System.setProperty("jmh.ignoreLock", "true");
        OptionsBuilder options = new OptionsBuilder();
        options.include(CleaningBenchmark.class.getName())
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);

        assertThat(new Runner(options.build()).run()).hasSameSizeAs(Work.values());
    }

    @ParameterizedTest
    @EnumSource(names = {"clean_struct", "clean_struct_64_schemas", "clean_map", "clean_struct_sink"})
    void everyReadingIsCleanedByAllRules(Work work) {
        Subject subject = work.subject();
        // Where no schema says otherwise, a whole number in a rule is an int64.
        Object fifty = work == Work.clean_map ? (Object) 50L : (Object) 50;

        for (int number = 0; number < Subject.RECORDS; number++) {
            Map<String, Object> expected = cleaned(Readings.map(number), fifty);
            assertThat(fields(subject.take(number))).isEqualTo(expected);
        }
    }

    /** The eight rules once more, written out. */
    private static Map<String, Object> cleaned(Map<String, Object> given, Object humidity) {
        Map<String, Object> fields = new LinkedHashMap<>(given);
        fields.computeIfPresent("city", (name, city) -> ((String) city).strip());
        fields.replace("tariff", "day rate", "day");
        fields.computeIfPresent("unit", (name, unit) -> ((String) unit).toLowerCase(Locale.ROOT));
        fields.computeIfPresent("usage", (name, usage) -> Double.valueOf((String) usage));
        fields.putIfAbsent("humidity", humidity);
        fields.replace("note", "n/a", null);
        return fields;
    }

    @ParameterizedTest
    @EnumSource(names = {"copy_struct", "copy_struct_64_schemas", "copy_map"})
    void theFloorIsACopy(Work work) {
        Subject subject = work.subject();

        for (int number = 0; number < Subject.RECORDS; number++) {
            assertThat(fields(subject.take(number))).isEqualTo(Readings.map(number));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"stock_struct", "stock_map"})
    void kafkasOwnChangeAFieldEach(Work work) {
        Map<String, Object> given = Readings.map(1);

        assertThat(fields(work.subject().take(1)))
                .containsEntry("usage", Double.valueOf((String) given.get("usage")))
                .containsEntry("measure", "KWH")
                .doesNotContainKey("unit")
                .containsEntry("note", "")
                .containsEntry("site", "north")
                .containsEntry("time", new java.util.Date((long) given.get("time")));
    }

    @ParameterizedTest
    @EnumSource(names = {"parse_csv", "parse_csv_sink"})
    void everyRowIsParsed(Work work) {
        Subject subject = work.subject();

        for (int number = 0; number < Subject.RECORDS; number++) {
            String[] columns = Readings.row(number).split(",", -1);
            assertThat(fields(subject.take(number)).values())
                    .containsExactly(
                            Long.valueOf(columns[0]),
                            Long.valueOf(columns[1]),
                            columns[2],
                            columns[3],
                            Double.valueOf(columns[4]));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"parse_dict", "parse_dict_sink"})
    void everyFieldOfADictIsParsed(Work work) {
        Map<String, Object> fields = fields(work.subject().take(5));
        Map<String, Object> location = fields((Struct) fields.get("location"));
        Map<String, Object> current = fields((Struct) fields.get("current"));

        assertThat(location).hasSize(8).containsEntry("tz_id", "Asia/Kolkata").doesNotContainValue(null);
        assertThat(current).hasSize(23).containsEntry("wind_dir", "ESE").doesNotContainValue(null);
        assertThat(Weather.dict(5)).endsWith("'gust_kph': " + current.get("gust_kph") + "}}");
    }

    @ParameterizedTest
    @EnumSource(names = {"parse_csv_rejected", "parse_dict_rejected", "clean_struct_rejected"})
    void badRecordsOfASourceGoToTheTopicOfRejects(Work work) {
        Subject subject = work.subject();

        for (int number = 0; number < Subject.RECORDS; number++) {
            ConnectRecord<?> rejected = (ConnectRecord<?>) subject.take(number);
            assertThat(rejected.topic()).isEqualTo("readings.rejected");
            assertThat(rejected.headers()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"parse_csv_sink_rejected", "parse_dict_sink_rejected", "clean_struct_sink_rejected"})
    void badRecordsOfASinkAreThrown(Work work) {
        Subject subject = work.subject();

        for (int number = 0; number < Subject.RECORDS; number++) {
            assertThat(subject.take(number))
                    .isInstanceOfSatisfying(
                            DataException.class,
                            thrown -> assertThat(thrown).hasMessageContaining("rejected the record readings-2@"));
        }
    }

    private static Map<String, Object> fields(Object record) {
        Object value = ((ConnectRecord<?>) record).value();
        if (value instanceof Struct struct) {
            return fields(struct);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, field) -> fields.put((String) name, field));
        return fields;
    }

    private static Map<String, Object> fields(Struct struct) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : struct.schema().fields()) {
            fields.put(field.name(), struct.get(field));
        }
        return fields;
    }
}
