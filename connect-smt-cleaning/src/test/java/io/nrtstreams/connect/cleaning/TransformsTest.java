package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nrtstreams.connect.kit.BuildVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformsTest {
    private static final Map<String, String> CSV = Map.of("format", "csv", "schema", "n:int32");

    @ParameterizedTest
    @ValueSource(
            classes = {
                Clean.Key.class,
                Clean.Value.class,
                Parse.Key.class,
                Parse.Value.class,
                Deduplicate.Key.class,
                Deduplicate.Value.class
            })
    void aWorkerFindsEachByTheServiceFile(Class<?> transform) throws IOException {
        String file = "/META-INF/services/" + Transformation.class.getName();
        try (InputStream in = getClass().getResourceAsStream(file)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(6)
                    .contains(transform.getName());
        }
    }

    @Test
    void theyTellTheirVersionAndKeys() {
        try (Parse.Value<SourceRecord> parse = new Parse.Value<>();
                Clean.Key<SourceRecord> clean = new Clean.Key<>()) {
            assertThat(parse.version()).isEqualTo(BuildVersion.current());
            assertThat(parse.config().names()).contains("format", "schema", "csv.delimiter", "max.size");
            assertThat(clean.config().names())
                    .containsExactlyInAnyOrder("hmac.key", "rejected.topic.suffix", "headers.as");
        }
    }

    @Test
    void tombstonesPassUntouched() {
        SourceRecord tombstone = Records.source("readings", "key", null);

        assertThat(configured(new Parse.Value<SourceRecord>(), CSV).apply(tombstone))
                .isSameAs(tombstone);
        assertThat(configured(new Clean.Value<SourceRecord>(), Map.of("field.a", "require"))
                        .apply(tombstone))
                .isSameAs(tombstone);
        assertThat(configured(new Parse.Key<SourceRecord>(), CSV).apply(Records.source("t", null, "x")))
                .extracting(ConnectRecord::topic)
                .isEqualTo("t");
    }

    @Test
    void eachSideLeavesTheOtherAlone() {
        SourceRecord given = Records.source("readings", "7", "text");
        given.headers().addString("h", "v");

        SourceRecord parsed = configured(new Parse.Key<SourceRecord>(), CSV).apply(given);

        assertThat(((Struct) parsed.key()).get("n")).isEqualTo(7);
        assertThat(parsed.keySchema()).isSameAs(((Struct) parsed.key()).schema());
        assertThat(parsed.value()).isEqualTo("text");
        assertThat(parsed.valueSchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(parsed.topic()).isEqualTo("readings");
        assertThat(parsed.kafkaPartition()).isEqualTo(1);
        assertThat(parsed.timestamp()).isEqualTo(1670030994123L);
        assertThat(parsed.sourceOffset()).isEqualTo(given.sourceOffset());
        assertThat(parsed.headers()).extracting(Header::key).containsExactly("h");
    }

    @Test
    void underASourceARejectGoesAsItCameToTheTopicOfRejects() {
        SourceRecord given = Records.source("readings", "key", "seven");
        given.headers().addString("nrt.dirt", "wrong type");

        SourceRecord rejected = configured(new Parse.Value<SourceRecord>(), CSV).apply(given);

        assertThat(rejected.topic()).isEqualTo("readings.rejected");
        assertThat(rejected.kafkaPartition()).isNull();
        assertThat(rejected.key()).isEqualTo("key");
        assertThat(rejected.value()).isSameAs(given.value());
        assertThat(rejected.valueSchema()).isSameAs(given.valueSchema());
        assertThat(rejected.timestamp()).isEqualTo(given.timestamp());
        assertThat(rejected.sourcePartition()).isEqualTo(given.sourcePartition());
        assertThat(rejected.sourceOffset()).isEqualTo(given.sourceOffset());
        assertThat(rejected.headers())
                .extracting(Header::key, Header::value)
                .containsExactly(
                        tuple("nrt.dirt", "wrong type"),
                        tuple("nrt.rejected.transform", "Parse$Value"),
                        tuple("nrt.rejected.field", "n"),
                        tuple("nrt.rejected.rule", "n:int32"),
                        tuple("nrt.rejected.reason", "expected a whole number that fits int32"));
        assertThat(given.headers()).hasSize(1);
    }

    @Test
    void whatALaterTransformRejectsGoesToTheTopicOfRejectsAsTheConnectorHandedItOver() {
        Transformation<SourceRecord> parse = configured(new Parse.Value<SourceRecord>(), CSV);
        Transformation<SourceRecord> parseKey = configured(new Parse.Key<SourceRecord>(), CSV);
        Transformation<SourceRecord> clean =
                configured(new Clean.Value<SourceRecord>(), Map.of("field.n", "range 0..4", "field.m", "default 1"));
        SourceRecord given = Records.source("readings", "1", "7");

        SourceRecord rejected = clean.apply(parse.apply(parseKey.apply(given)));

        assertThat(rejected.topic()).isEqualTo("readings.rejected");
        assertThat(rejected.key()).isSameAs(given.key());
        assertThat(rejected.keySchema()).isSameAs(given.keySchema());
        assertThat(rejected.value()).isSameAs(given.value());
        assertThat(rejected.valueSchema()).isSameAs(given.valueSchema());
    }

    @Test
    void aRejectKeepsWhatAStrangersTransformMadeOfTheRecord() {
        SourceRecord parsed = configured(new Parse.Value<SourceRecord>(), CSV).apply(Records.source("7"));
        Struct other = new Struct(((Struct) parsed.value()).schema()).put("n", 8);
        SourceRecord replaced = parsed.newRecord(
                parsed.topic(),
                parsed.kafkaPartition(),
                parsed.keySchema(),
                parsed.key(),
                other.schema(),
                other,
                parsed.timestamp());

        SourceRecord rejected = configured(new Clean.Value<SourceRecord>(), Map.of("field.n", "range 0..4"))
                .apply(replaced);

        assertThat(rejected.value()).isSameAs(other);
    }

    @Test
    void aFlaggedRecordGoesOnAndSaysWhyInAHeader() {
        SourceRecord given = Records.source(Map.of("n", 7, "m", 8));
        given.headers().addString("h", "v");

        SourceRecord flagged = configured(
                        new Clean.Value<SourceRecord>(),
                        Map.of("field.n", "range 0..5 else flag", "field.m", "range 0..5 else null flag"))
                .apply(given);

        assertThat(flagged.topic()).isEqualTo("readings");
        assertThat(((Map<?, ?>) flagged.value()).get("n")).isEqualTo(7);
        assertThat(((Map<?, ?>) flagged.value()).get("m")).isNull();
        assertThat(flagged.headers())
                .extracting(Header::key, Header::value)
                .containsExactly(
                        tuple("h", "v"),
                        tuple("nrt.flagged.m", "rule `range 0..5 else null flag`: expected a number from 0 to 5"),
                        tuple("nrt.flagged.n", "rule `range 0..5 else flag`: expected a number from 0 to 5"));
        assertThat(given.headers()).hasSize(1);
    }

    @Test
    void aRejectHasNoFlagsOfAnEarlierTransform() {
        SourceRecord given = Records.source(Map.of("n", 7));
        SourceRecord flagged = configured(new Clean.Value<SourceRecord>(), Map.of("field.n", "range 0..5 else flag"))
                .apply(given);

        SourceRecord rejected = configured(new Clean.Value<SourceRecord>(), Map.of("field.m", "require"))
                .apply(flagged);

        assertThat(rejected.topic()).isEqualTo("readings.rejected");
        assertThat(rejected.headers()).extracting(Header::key).allMatch(name -> name.startsWith("nrt.rejected."));
    }

    @Test
    void ofManyElementsTheFlagIsOne() {
        SourceRecord flagged = configured(
                        new Clean.Value<SourceRecord>(), Map.of("field.a[*]", "range 0..5 else null flag"))
                .apply(Records.source(Map.of("a", List.of(7, 8, 9))));

        assertThat(flagged.headers()).hasSize(1);
    }

    @Test
    void aMapWithASchemaIsNoRecordWithFields() {
        Schema schema =
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build();
        SourceRecord given = new SourceRecord(Map.of(), Map.of(), "readings", schema, Map.of("a", "1"));

        SourceRecord rejected = configured(new Clean.Value<SourceRecord>(), Map.of("field.a", "to float64"))
                .apply(given);

        assertThat(rejected.value()).isSameAs(given.value());
        assertThat(rejected.headers().lastWithName("nrt.rejected.reason").value())
                .asString()
                .contains("found a map with a schema");
    }

    @Test
    void reasonsAreBytesWhereOnlyThoseCanBeWritten() {
        Map<String, String> rules =
                Map.of("field.n", "range 0..4", "field.m", "range 0..1 else flag", "headers.as", "bytes");

        SourceRecord rejected =
                configured(new Clean.Value<SourceRecord>(), rules).apply(Records.source(Map.of("n", 5)));
        SourceRecord flagged =
                configured(new Clean.Value<SourceRecord>(), rules).apply(Records.source(Map.of("m", 5)));

        assertThat(rejected.headers())
                .hasSize(4)
                .allSatisfy(header -> assertThat(header.schema()).isEqualTo(Schema.BYTES_SCHEMA));
        assertThat(rejected.headers().lastWithName("nrt.rejected.field").value())
                .isEqualTo("n".getBytes(StandardCharsets.UTF_8));
        assertThat(flagged.headers().lastWithName("nrt.flagged.m").schema()).isEqualTo(Schema.BYTES_SCHEMA);
    }

    @Test
    void theNameOfTheTopicOfRejectsIsConfigurable() {
        Transformation<SourceRecord> clean = configured(
                new Clean.Value<SourceRecord>(), Map.of("field.a", "require", "rejected.topic.suffix", "-quarantine"));

        assertThat(clean.apply(Records.source(Map.of())).topic()).isEqualTo("readings-quarantine");
    }

    @Test
    void aRejectedRecordPassesLaterTransformsUntouched() {
        SourceRecord rejected = configured(new Parse.Value<SourceRecord>(), CSV).apply(Records.source("seven"));

        SourceRecord after = configured(new Clean.Value<SourceRecord>(), Map.of("field.n", "require"))
                .apply(rejected);

        assertThat(after).isSameAs(rejected);
    }

    @Test
    void underASinkARejectIsThrownForTheDeadLetterQueue() {
        Transformation<SinkRecord> clean =
                configured(new Clean.Value<SinkRecord>(), Map.of("field.temp_f", "range -80..140"));

        assertThatThrownBy(() -> clean.apply(Records.sink(Map.of("temp_f", 4711.25))))
                .isInstanceOf(DataException.class)
                .hasMessage("Clean$Value rejected the record weather-2@41: field temp_f, rule `range -80..140`:"
                        + " expected a number from -80 to 140")
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    @Test
    void underASinkTheRecordIsNamedAsItWasReadAlsoAfterARouterRenamedItsTopic() {
        Transformation<SinkRecord> clean = configured(new Clean.Value<SinkRecord>(), Map.of("field.a", "require"));
        SinkRecord read = Records.sink(Map.of());
        SinkRecord routed = read.newRecord(
                "elsewhere", 9, read.keySchema(), read.key(), read.valueSchema(), read.value(), read.timestamp());

        assertThatThrownBy(() -> clean.apply(routed))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the record weather-2@41:");
    }

    @Test
    void failStopsTheTaskWithTheRemedy() {
        Map<String, String> rules = Map.of("field.a", "require else fail");

        assertThatThrownBy(
                        () -> configured(new Clean.Value<SourceRecord>(), rules).apply(Records.source(Map.of())))
                .isInstanceOf(ConnectException.class)
                .hasMessage("Clean$Value stopped at the record for topic readings at {shard=0} {position=17}: field a,"
                        + " rule `require else fail`: expected a value, found nothing. The rule says `else fail`: mend"
                        + " the record where it comes from, or say `else reject` to set such records aside");
        assertThatThrownBy(
                        () -> configured(new Clean.Value<SinkRecord>(), rules).apply(Records.sink(Map.of())))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("Clean$Value stopped at the record weather-2@41: ");
    }

    @Test
    void dropLeavesTheRecordOut() {
        Transformation<SinkRecord> clean =
                configured(new Clean.Value<SinkRecord>(), Map.of("field.a", "require else drop"));

        assertThat(clean.apply(Records.sink(Map.of()))).isNull();
    }

    @Test
    void applyBeforeConfigureSaysSo() {
        try (Clean.Value<SinkRecord> clean = new Clean.Value<>()) {
            assertThatThrownBy(() -> clean.apply(Records.sink(Map.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("configure has not been called");
        }
    }

    private static <R extends ConnectRecord<R>> Transformation<R> configured(
            Transformation<R> transform, Map<String, String> config) {
        transform.configure(config);
        return transform;
    }
}
