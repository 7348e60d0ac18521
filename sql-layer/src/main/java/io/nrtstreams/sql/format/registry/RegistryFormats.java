package io.nrtstreams.sql.format.registry;

import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.avro.AvroFormat;
import io.nrtstreams.sql.format.jsonschema.JsonSchemaFormat;
import io.nrtstreams.sql.format.protobuf.PlainProtobufFormat;
import io.nrtstreams.sql.format.protobuf.ProtobufFormat;
import io.nrtstreams.sql.registry.SchemaRegistry;
import java.util.List;

/** The formats that keep their schemas in a registry. */
public final class RegistryFormats {

    private RegistryFormats() {}

    /** AVRO, JSON_SR, PROTOBUF and PROTOBUF_NOSR over this registry. */
    public static List<Format> of(SchemaRegistry registry) {
        return List.of(
                new AvroFormat(registry),
                new JsonSchemaFormat(registry),
                new ProtobufFormat(registry),
                new PlainProtobufFormat());
    }
}
