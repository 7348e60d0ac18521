package io.nrtstreams.analytics.sql.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.analytics.sql.command.Stored.Origin;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.model.ModelTypes;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.LayoutJson;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.SqlType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stored things as JSON and back. Types, expressions and statements are SQL text; times are ISO 8601. */
final class ObjectJson {

    /** The form of the JSON. One that is newer is refused. */
    static final int VERSION = 1;

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final TypeResolver TYPES = new TypeResolver(Map.of());

    private ObjectJson() {}

    static ObjectNode write(Stored thing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        write(thing.origin(), json.putObject("origin"));
        if (thing instanceof Stored.Source source) {
            write(source.source(), json);
        } else if (thing instanceof Stored.Query query) {
            write(query, json);
        } else if (thing instanceof Stored.Type type) {
            json.put("type", type.type().toString());
        } else if (thing instanceof Stored.Fitted fitted) {
            json.put("modelVersion", fitted.model().version());
            json.put("model", fitted.model().model().toJson());
        } else if (thing instanceof Stored.Setting setting) {
            json.put("value", setting.value());
        }
        return json;
    }

    private static void write(Origin origin, ObjectNode json) {
        json.put("first", origin.first())
                .put("last", origin.last())
                .put("statement", origin.statement())
                .put("server", origin.server())
                .put("at", origin.at().toString());
    }

    private static void write(DataSource source, ObjectNode json) {
        json.put("kind", source.kind().name());
        json.put("partitions", source.partitions());
        json.put("readOnly", source.readOnly());
        source.createdBy().ifPresent(query -> json.put("createdBy", query));
        json.put("statement", source.statement());
        json.set("layout", LayoutJson.write(source.layout()));
    }

    private static void write(Stored.Query stored, ObjectNode json) {
        PersistentQuery query = stored.query();
        new TreeSet<>(query.reads()).forEach(json.putArray("reads")::add);
        json.put("sink", query.sink());
        json.put("ownsSink", query.ownsSink());
        json.put("paused", query.paused());
        json.put("statement", query.statement());
        ObjectNode types = json.putObject("types");
        new TreeMap<>(stored.types()).forEach((name, type) -> types.put(name, type.toString()));
        ObjectNode properties = json.putObject("properties");
        new TreeMap<>(stored.properties()).forEach(properties::put);
        json.put("plan", PlanJson.write(query.plan()));
    }

    /**
     * The thing that a text tells of.
     *
     * @throws SqlException when the text cannot be used, with the reason
     */
    static Stored read(ObjectKey key, String text) {
        try {
            return read(key, MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new SqlException("it is no JSON (" + e.getOriginalMessage() + ")");
        }
    }

    /**
     * The thing that a JSON object tells of.
     *
     * @throws SqlException when it cannot be used, with the reason
     */
    static Stored read(ObjectKey key, JsonNode json) {
        try {
            int version = json.required("version").asInt();
            if (version > VERSION) {
                throw new SqlException("it has version " + version + ", and this release reads up to " + VERSION);
            }
            Origin origin = origin(json.required("origin"));
            return switch (key.kind()) {
                case SOURCE -> new Stored.Source(origin, source(key.name(), json));
                case QUERY -> query(origin, key.name(), json);
                case TYPE -> new Stored.Type(origin, type(json.required("type").asText()));
                case MODEL -> new Stored.Fitted(origin, model(key.name(), json));
                case SETTING ->
                    new Stored.Setting(origin, json.required("value").asText());
            };
        } catch (SqlException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever an entry holds, it must not keep a server from starting.
            throw new SqlException("it lacks what it should have (" + e.getMessage() + ")");
        }
    }

    private static Origin origin(JsonNode json) {
        return new Origin(
                json.required("first").asLong(),
                json.required("last").asLong(),
                json.required("statement").asText(),
                json.required("server").asText(),
                Instant.parse(json.required("at").asText()));
    }

    private static DataSource source(String name, JsonNode json) {
        return new DataSource(
                name,
                SourceKind.valueOf(json.required("kind").asText()),
                LayoutJson.read(json.required("layout")),
                json.required("partitions").asInt(),
                json.required("readOnly").asBoolean(),
                Optional.ofNullable(json.get("createdBy")).map(JsonNode::asText),
                json.required("statement").asText());
    }

    private static Stored.Query query(Origin origin, String id, JsonNode json) {
        Set<String> reads = new TreeSet<>();
        json.required("reads").forEach(source -> reads.add(source.asText()));
        Map<String, SqlType> types = new LinkedHashMap<>();
        texts(json.required("types")).forEach((name, type) -> types.put(name, type(type)));
        return new Stored.Query(
                origin,
                new PersistentQuery(
                        id,
                        PlanJson.read(json.required("plan").asText()),
                        reads,
                        json.required("sink").asText(),
                        json.required("ownsSink").asBoolean(),
                        json.required("paused").asBoolean(),
                        json.required("statement").asText()),
                types,
                texts(json.required("properties")));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static SqlType type(String text) {
        return TYPES.resolve(new SqlParser().parseType(text));
    }

    private static NamedModel model(String name, JsonNode json) {
        return new NamedModel(
                name,
                json.required("modelVersion").asInt(),
                ModelTypes.builtIn().read(json.required("model").asText()));
    }
}
