package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.registry.WirePrefix;
import io.nrtstreams.sql.type.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonDecoder;

/** What the tests of AVRO have in common. The topic is always {@code t}. */
final class AvroFixture {

    static final FormatSpec AVRO = FormatSpec.of("AVRO");
    static final FormatSpec UNWRAPPED = new FormatSpec("AVRO", Map.of(), Optional.of(false));

    private AvroFixture() {}

    static List<Column> columns(Column... columns) {
        return List.of(columns);
    }

    static RowCodec codec(FormatSpec spec, List<Column> columns, Part part) {
        return new AvroFormat(new InMemorySchemaRegistry()).codec(spec, columns, part, "t");
    }

    static FormatSpec with(String property, String value) {
        return new FormatSpec("AVRO", Map.of(property, value), Optional.empty());
    }

    static SchemaText avro(String text) {
        return new SchemaText(Kind.AVRO, text, List.of());
    }

    static InMemorySchemaRegistry registryWith(int id, String schema) {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.register("t-value", id, avro(schema));
        return registry;
    }

    /** A record as Avro's own library writes it, from Avro's JSON encoding of the value. */
    static byte[] written(int id, String schema, String json) throws IOException {
        Schema parsed = new Schema.Parser().parse(schema);
        JsonDecoder decoder = DecoderFactory.get().jsonDecoder(parsed, json);
        Object value = new GenericDatumReader<>(parsed).read(null, decoder);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] prefix = new byte[WirePrefix.LENGTH];
        WirePrefix.write(id, prefix);
        bytes.write(prefix);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(parsed).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
