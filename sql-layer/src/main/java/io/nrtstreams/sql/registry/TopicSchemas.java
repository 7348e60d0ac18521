package io.nrtstreams.sql.registry;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.RegisteredSchema;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The schemas of a topic's keys or values in a registry, of one kind. */
public record TopicSchemas(SchemaRegistry registry, Kind kind, Part part, String topic) {

    private static final String SCHEMA_ID = "SCHEMA_ID";

    /** The subject by the naming that serializers follow unless told otherwise: the topic, {@code -key} or {@code -value}. */
    public String subject() {
        return topic + (part == Part.KEY ? "-key" : "-value");
    }

    /** The latest schema of the topic. */
    public SchemaText latest(FormatSpec spec) {
        RegisteredSchema latest = registry.latest(subject())
                .orElseThrow(() -> new SqlException("No schema is registered for subject " + subject()
                        + "; declare the columns, register a schema, or name one with " + property(part)));
        return checked(latest, spec.name(), kind, "subject " + subject());
    }

    /** The schema that the format's SCHEMA_ID names; empty when none is named. */
    public static Optional<SchemaText> pinned(SchemaRegistry registry, Kind kind, FormatSpec spec, Part part) {
        return pinnedId(spec, part).map(id -> {
            RegisteredSchema schema = registry.byId(id)
                    .orElseThrow(() -> new SqlException(
                            property(part) + " = " + id + ": the schema registry has no schema of this id."));
            return checked(schema, spec.name(), kind, property(part) + " = " + id);
        });
    }

    /** The id that the format's SCHEMA_ID names; empty when none is named. */
    public static Optional<Integer> pinnedId(FormatSpec spec, Part part) {
        String text = spec.properties().get(SCHEMA_ID);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            throw new SqlException(property(part) + " must be a whole number: a schema's id in the registry.");
        }
    }

    /** The schema that a record was written with. */
    public SchemaText writer(int id) throws DecodeException {
        SchemaText schema = registry.byId(id)
                .orElseThrow(() -> new DecodeException("the schema registry has no schema of id " + id))
                .schema();
        if (schema.kind() != kind) {
            throw new DecodeException("schema " + id + " is of " + schema.kind() + ", but " + kind + " was expected");
        }
        return schema;
    }

    /** Registers a schema for the topic, and gives its id. */
    public int register(SchemaText schema) {
        return registry.register(subject(), schema);
    }

    /** The id to write: that of SCHEMA_ID, or of the schema, which is registered when the id is first asked for. */
    public IntSupplier sinkId(FormatSpec spec, Supplier<SchemaText> schema) {
        Optional<Integer> pinned = pinnedId(spec, part);
        return new LazyId(() -> pinned.orElseGet(() -> register(schema.get())));
    }

    private static String property(Part part) {
        return part + "_" + SCHEMA_ID;
    }

    private static SchemaText checked(RegisteredSchema registered, String format, Kind kind, String where) {
        SchemaText schema = registered.schema();
        if (schema.kind() != kind) {
            throw new SqlException(where + " holds a schema of " + schema.kind() + ", which " + format
                    + " cannot read; set the format " + "that belongs to the schema.");
        }
        return schema;
    }
}
