package io.nrtstreams.analytics.host.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Says, in a transaction, that the transaction holds all that a task wrote of a batch. As JSON: {@code {"run":"…","batch":7}}.
 */
record Marker(String run, long batch) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(
                    JSON.createObjectNode().put("run", run).put("batch", batch));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Marker of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new Marker(
                    json.required("run").asText(), json.required("batch").longValue());
        } catch (IOException | IllegalArgumentException e) {
            throw new OutputException(
                    "The progress of a task cannot be read: its record is not one that NRT Streams wrote."
                            + " Use a service id that no other program uses.",
                    e);
        }
    }
}
