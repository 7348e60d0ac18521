package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.StatementContext;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request with statements.
 *
 * @param text the statements
 */
record StatementRequest(String text, StatementContext context) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a body.
     *
     * @param textField the field with the statements: ksql, or sql
     * @throws RefusedRequest when it is none
     */
    static StatementRequest of(Buffer body, String textField, RestLimits limits) {
        return of(json(body), textField, limits);
    }

    static StatementRequest of(JsonNode json, String textField, RestLimits limits) {
        JsonNode text = json.path(textField);
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new RefusedRequest(
                    ErrorCode.BAD_REQUEST, "the body has no statement: give it as text in \"" + textField + "\"");
        }
        if (text.textValue().length() > limits.statementChars()) {
            throw new RefusedRequest(
                    ErrorCode.BAD_REQUEST,
                    "the statements are longer than " + limits.statementChars()
                            + " characters: send them in several requests, or raise the limit of the server");
        }
        Map<String, String> properties = new LinkedHashMap<>(texts(json, "streamsProperties"));
        properties.putAll(texts(json, "properties"));
        return new StatementRequest(
                text.textValue(), new StatementContext(properties, texts(json, "sessionVariables"), after(json)));
    }

    /**
     * A body that is an object.
     *
     * @throws RefusedRequest when it is none
     */
    static JsonNode json(Buffer body) {
        try {
            JsonNode json = MAPPER.readTree(body.getBytes());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new RefusedRequest(ErrorCode.BAD_REQUEST, "the body is not JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new RefusedRequest(ErrorCode.BAD_REQUEST, "the body is not JSON in UTF-8");
        }
        throw new RefusedRequest(ErrorCode.BAD_REQUEST, "the body is not a JSON object");
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Map<String, String> texts(JsonNode json, String field) {
        JsonNode object = json.path(field);
        if (object.isMissingNode() || object.isNull()) {
            return Map.of();
        }
        if (!object.isObject()) {
            throw new RefusedRequest(ErrorCode.BAD_REQUEST, field + ": expected an object of names and values");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                throw new RefusedRequest(
                        ErrorCode.BAD_REQUEST, field + ": expected a text, number or boolean for " + entry.getKey());
            }
            if (!entry.getValue().isNull()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return texts;
    }

    private static OptionalLong after(JsonNode json) {
        JsonNode sequence = json.path("commandSequenceNumber");
        if (sequence.isMissingNode() || sequence.isNull()) {
            return OptionalLong.empty();
        }
        if (!sequence.canConvertToLong() || !sequence.isIntegralNumber()) {
            throw new RefusedRequest(
                    ErrorCode.BAD_REQUEST, "commandSequenceNumber: expected the whole number of an earlier answer");
        }
        return sequence.longValue() < 0 ? OptionalLong.empty() : OptionalLong.of(sequence.longValue());
    }
}
