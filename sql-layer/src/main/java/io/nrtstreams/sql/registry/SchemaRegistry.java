package io.nrtstreams.sql.registry;

import java.util.List;
import java.util.Optional;

/** A registry of schemas by subject and id, as Confluent's REST API has them. Implementations are thread-safe. */
public interface SchemaRegistry {

    /** The latest version of a subject; empty when the subject is unknown. */
    Optional<RegisteredSchema> latest(String subject);

    /** The schema of an id; empty when it is unknown. */
    Optional<RegisteredSchema> byId(int id);

    /** Registers a schema unless it is there, and gives its id. */
    int register(String subject, SchemaText schema);

    /** What is registered. */
    record RegisteredSchema(int id, SchemaText schema) {}

    /** A schema as text with the named schemas it refers to. */
    record SchemaText(Kind kind, String text, List<Reference> references) {
        public SchemaText {
            references = List.copyOf(references);
        }
    }

    /** A schema that another imports by name. */
    record Reference(String name, SchemaText schema) {}

    enum Kind {
        AVRO,
        JSON,
        PROTOBUF
    }
}
