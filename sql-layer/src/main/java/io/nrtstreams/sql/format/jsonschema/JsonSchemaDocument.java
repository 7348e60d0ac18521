package io.nrtstreams.sql.format.jsonschema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON Schema as text and the schemas it refers to, in which {@code $ref} is followed. */
final class JsonSchemaDocument {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode root;
    private final Map<String, JsonSchemaDocument> references;

    private JsonSchemaDocument(JsonNode root, Map<String, JsonSchemaDocument> references) {
        this.root = root;
        this.references = references;
    }

    /**
     * Reads a schema.
     *
     * @throws JsonProcessingException when the text is not JSON
     */
    static JsonSchemaDocument of(SchemaText schema) throws JsonProcessingException {
        Map<String, JsonSchemaDocument> references = new HashMap<>();
        for (Reference reference : schema.references()) {
            references.put(reference.name(), of(reference.schema()));
        }
        return new JsonSchemaDocument(MAPPER.readTree(schema.text()), references);
    }

    Place root() {
        return new Place(this, root);
    }

    /** A part of a document. */
    record Place(JsonSchemaDocument document, JsonNode node) {

        Place at(JsonNode part) {
            return new Place(document, part);
        }

        /** What the {@code $ref} of this part names; empty when it leads nowhere. */
        Optional<Place> referred() {
            return document.find(node.path("$ref").asText());
        }
    }

    private Optional<Place> find(String reference) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        Optional<JsonSchemaDocument> target = name.isEmpty() ? Optional.of(this) : named(name);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        return target.flatMap(document -> document.part(fragment));
    }

    /** References stand under the name that {@code $ref} has, or under the last part of its path. */
    private Optional<JsonSchemaDocument> named(String name) {
        JsonSchemaDocument exact = references.get(name);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(references.get(name.substring(name.lastIndexOf('/') + 1)));
    }

    private Optional<Place> part(String fragment) {
        try {
            String path =
                    Optional.ofNullable(new URI("#" + fragment).getFragment()).orElse("");
            JsonNode found = root.at(JsonPointer.compile(path));
            return found.isMissingNode() ? Optional.empty() : Optional.of(new Place(this, found));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not a pointer: an anchor, which the registry's schemas do not use.
            return Optional.empty();
        }
    }
}
