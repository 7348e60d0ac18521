package io.nrtstreams.sql.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A registry behind the REST API of Confluent's schema registry, which other registries speak too. Requests that fail in
 * passing (no connection, time-out, HTTP 429 and 5xx) are made again; what cannot be had is a {@link RegistryException}.
 *
 * <p>Schemas never change under their id, so they are kept by it; what is latest is asked for each time. Thread-safe.
 */
public final class RestSchemaRegistry implements SchemaRegistry {

    /** References that refer to references; a registry allows no cycles, a broken one might. */
    private static final int MAX_DEPTH = 32;

    private final RegistryHttp http;
    private final LeastRecentlyUsed<Integer, RegisteredSchema> byId;
    private final LeastRecentlyUsed<SubjectSchema, Integer> ids;

    private record SubjectSchema(String subject, SchemaText schema) {}

    public RestSchemaRegistry(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
        this.byId = new LeastRecentlyUsed<>(settings.cacheSize());
        this.ids = new LeastRecentlyUsed<>(settings.cacheSize());
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        String about = "subject " + subject;
        return http.get("/subjects/" + encoded(subject) + "/versions/latest", about)
                .map(answer -> new RegisteredSchema(number(answer, "id", about), schema(answer, about, 0)));
    }

    @Override
    public Optional<RegisteredSchema> byId(int id) {
        RegisteredSchema known = byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        String about = "schema id " + id;
        Optional<RegisteredSchema> found =
                http.get("/schemas/ids/" + id, about).map(answer -> new RegisteredSchema(id, schema(answer, about, 0)));
        found.ifPresent(schema -> byId.put(id, schema));
        return found;
    }

    @Override
    public int register(String subject, SchemaText schema) {
        SubjectSchema wanted = new SubjectSchema(subject, schema);
        Integer known = ids.get(wanted);
        if (known != null) {
            return known;
        }
        String about = "subject " + subject;
        JsonNode answer = http.post("/subjects/" + encoded(subject) + "/versions", document(schema), about)
                .orElseThrow(() -> new RegistryException("the schema registry has no path to register " + about
                        + "; is this the URL of a schema registry?"));
        int id = number(answer, "id", about);
        ids.put(wanted, id);
        return id;
    }

    private ObjectNode document(SchemaText schema) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        // The first registries know Avro only, and refuse to be told so.
        if (schema.kind() != Kind.AVRO) {
            document.put("schemaType", schema.kind().name());
        }
        document.put("schema", schema.text());
        if (!schema.references().isEmpty()) {
            ArrayNode references = document.putArray("references");
            schema.references().forEach(reference -> references.add(reference(reference)));
        }
        return document;
    }

    /** A reference is registered under its own name, and referred to by the version that it has there. */
    private ObjectNode reference(Reference reference) {
        String about = "subject " + reference.name();
        register(reference.name(), reference.schema());
        JsonNode version = http.post("/subjects/" + encoded(reference.name()), document(reference.schema()), about)
                .orElseThrow(() ->
                        new RegistryException("the schema registry does not find what it registered for " + about));
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", reference.name())
                .put("subject", reference.name())
                .put("version", number(version, "version", about));
    }

    private SchemaText schema(JsonNode answer, String about, int depth) {
        if (depth > MAX_DEPTH) {
            throw new RegistryException(about + ": references are nested more than " + MAX_DEPTH + " deep");
        }
        JsonNode text = answer.path("schema");
        if (!text.isTextual()) {
            throw unexpected("schema", about);
        }
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : answer.path("references")) {
            references.add(resolved(reference, about, depth));
        }
        return new SchemaText(kind(answer, about), text.asText(), references);
    }

    private Reference resolved(JsonNode reference, String about, int depth) {
        String name = reference.path("name").asText();
        String subject = reference.path("subject").asText();
        int version = number(reference, "version", about);
        String where = "subject " + subject + ", version " + version + ", which " + about + " refers to";
        JsonNode answer = http.get("/subjects/" + encoded(subject) + "/versions/" + version, where)
                .orElseThrow(() -> new RegistryException("the schema registry has no " + where));
        return new Reference(name, schema(answer, where, depth + 1));
    }

    private static Kind kind(JsonNode answer, String about) {
        String type = answer.path("schemaType").asText(Kind.AVRO.name()).toUpperCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(type)) {
                return kind;
            }
        }
        throw new RegistryException(about + " is of type " + type + ", but AVRO, JSON and PROTOBUF are known");
    }

    private static int number(JsonNode answer, String field, String about) {
        JsonNode number = answer.path(field);
        if (!number.isInt()) {
            throw unexpected(field, about);
        }
        return number.asInt();
    }

    private static RegistryException unexpected(String field, String about) {
        return new RegistryException("the schema registry's answer for " + about + " has no " + field
                + "; is this the URL of a schema registry?");
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
