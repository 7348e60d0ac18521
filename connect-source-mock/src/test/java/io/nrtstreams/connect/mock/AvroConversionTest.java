package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.registry.utils.converter.avro.AvroData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structs go through Avro's bytes and come back as they were. */
class AvroConversionTest {
    private final AvroData conversion = new AvroData(16);
    private final Rig rig = new Rig();

    @ParameterizedTest
    @CsvSource({
        "tiktok,prototype", "energy,prototype", "weather,prototype", "iot,prototype",
        "tiktok,realistic", "energy,realistic", "weather,realistic", "iot,realistic"
    })
    void everyFeedIsWrittenAndReadBack(String feed, String profile) throws IOException {
        for (SourceRecord record :
                rig.start(config(feed, "profile", profile, "output", "struct")).take(200)) {
            assertThat(thereAndBack(record)).isEqualTo(plain((Struct) record.value()));
        }
    }

    @ParameterizedTest
    @CsvSource({"orders", "pageviews", "users", "clickstream"})
    void soIsAFeedOfADefinition(String name) throws IOException {
        for (SourceRecord record :
                rig.start(config("custom", "custom.quickstart", name)).take(200)) {
            assertThat(thereAndBack(record)).isEqualTo(plain((Struct) record.value()));
        }
    }

    private String thereAndBack(SourceRecord record) throws IOException {
        Schema schema = conversion.fromConnectSchema(record.valueSchema());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema)
                .write(conversion.fromConnectData(record.valueSchema(), record.value()), encoder);
        encoder.flush();
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        SchemaAndValue read = conversion.toConnectData(schema, new GenericDatumReader<>(schema).read(null, decoder));
        return plain((Struct) read.value());
    }

    /** Names and values; a converter may add documentation to schemas. */
    private static String plain(Struct struct) {
        return struct.toString();
    }
}
