package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;

/** Entities as JSON. */
public final class EntityJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter LIST = MAPPER.writerFor(new TypeReference<List<Entity>>() {});

    private EntityJson() {}

    /** The array that /ksql answers. */
    public static String write(List<Entity> entities) {
        return text(LIST, entities);
    }

    /** One of them. */
    public static String write(Entity entity) {
        return text(MAPPER.writerFor(Entity.class), entity);
    }

    /** How far a command got, as /status answers. */
    public static String write(CommandStatus status) {
        return text(MAPPER.writer(), status);
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entity that cannot be written as JSON", e);
        }
    }
}
