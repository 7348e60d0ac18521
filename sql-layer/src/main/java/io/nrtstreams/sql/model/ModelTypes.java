package io.nrtstreams.sql.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types of models there are, by name. Immutable and thread-safe. */
public final class ModelTypes {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, ModelType> types = new TreeMap<>();

    /**
     * Holds these types.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public ModelTypes(Collection<ModelType> types) {
        for (ModelType type : types) {
            if (this.types.put(type.name(), type) != null) {
                throw new IllegalArgumentException("there already is a type of models " + type.name());
            }
        }
    }

    /** The types that come with the language. */
    public static ModelTypes builtIn() {
        return new ModelTypes(List.of(new LinearRegression()));
    }

    /**
     * The type of this name, whatever its case.
     *
     * @throws SqlException when there is none
     */
    public ModelType type(String name) {
        ModelType type = types.get(name.toUpperCase(Locale.ROOT));
        if (type == null) {
            throw new SqlException("There is no type of models " + name + "."
                    + Suggestions.didYouMean(name, types.keySet())
                    + " TYPE is one of " + String.join(", ", types.keySet()) + ".");
        }
        return type;
    }

    /**
     * The model that {@link Model#toJson} wrote.
     *
     * @throws SqlException when it is none, or its type is unknown
     */
    public Model read(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new SqlException("The stored model is not JSON.");
        }
        @Nullable JsonNode type = node.get("type");
        if (type == null || !type.isTextual()) {
            throw new SqlException("The stored model does not tell its type.");
        }
        return type(type.textValue()).read(node);
    }
}
