package io.nrtstreams.sql.format.protobuf;

import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.type.Column;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of PROTOBUF have in common. The topic is always {@code t}. */
final class ProtobufFixture {

    static final FormatSpec PROTOBUF = FormatSpec.of("PROTOBUF");

    private ProtobufFixture() {}

    static RowCodec codec(FormatSpec spec, Column... columns) {
        return codec(new InMemorySchemaRegistry(), spec, columns);
    }

    static RowCodec codec(InMemorySchemaRegistry registry, FormatSpec spec, Column... columns) {
        return new ProtobufFormat(registry).codec(spec, List.of(columns), Part.VALUE, "t");
    }

    static FormatSpec with(String property, String value) {
        return new FormatSpec("PROTOBUF", Map.of(property, value), Optional.empty());
    }

    static FormatSpec with(Map<String, String> properties) {
        return new FormatSpec("PROTOBUF", properties, Optional.empty());
    }

    static InMemorySchemaRegistry registryWith(int id, String schema, Reference... references) {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.register("t-value", id, new SchemaText(Kind.PROTOBUF, schema, List.of(references)));
        return registry;
    }

    static Reference reference(String name, String schema, Reference... references) {
        return new Reference(name, new SchemaText(Kind.PROTOBUF, schema, List.of(references)));
    }

    static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex.trim());
    }
}
