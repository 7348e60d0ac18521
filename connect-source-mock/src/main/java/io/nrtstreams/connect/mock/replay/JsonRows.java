package io.nrtstreams.connect.mock.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of JSON lines: one object (RFC 8259) a line, in UTF-8; blank lines are passed over, and what no
 * column names is ignored. An object may be nested 100 levels deep. Not thread-safe.
 */
final class JsonRows implements RowReader {
    private static final int DEEPEST = 100;

    /** A recording whose objects have more names than this has data for names; they are to be declared one by one. */
    private static final int MOST_FIELDS = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Path file;
    private final RowBytes row;
    private @Nullable Layout layout;
    private @Nullable JsonTree tree;
    private int fieldsSeen;

    JsonRows(Path file, RowBytes row) {
        this.file = file;
        this.row = row;
    }

    @Override
    public boolean next() throws IOException {
        do {
            if (!row.nextLine()) {
                return false;
            }
        } while (row.isBlank());
        return true;
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public String text() {
        return row.text();
    }

    @Override
    public void bind(Layout bound) {
        layout = bound;
        tree = JsonTree.of(bound);
    }

    @Override
    public Struct read() throws IOException {
        if (layout == null || tree == null) {
            throw new IllegalStateException("bind comes before read");
        }
        try (JsonParser json = parser()) {
            requireObject(json.nextToken());
            Struct value = layout.begun();
            tree.read(json, value);
            requireEnd(json.nextToken());
            return value;
        } catch (JsonProcessingException e) {
            // Its message repeats a part of the line, so it is not passed on.
            throw noJson();
        }
    }

    @Override
    public void guess(Guess whole) throws IOException {
        try (JsonParser json = parser()) {
            requireObject(json.nextToken());
            guess(json, whole);
            requireEnd(json.nextToken());
        } catch (JsonProcessingException e) {
            throw noJson();
        }
    }

    private JsonParser parser() throws IOException {
        return JSON.createParser(row.array(), row.from(), row.length());
    }

    private void guess(JsonParser json, Guess value) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> guessFields(json, value.object());
            case START_ARRAY -> {
                Guess element = value.array();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    guess(json, element);
                }
            }
            case VALUE_TRUE, VALUE_FALSE -> value.truth();
            case VALUE_NUMBER_INT -> guessWhole(json, value);
            case VALUE_NUMBER_FLOAT -> value.fraction();
            case VALUE_STRING -> value.text(json.getText());
            default -> {
                // A null says nothing about a type.
            }
        }
    }

    private static void guessWhole(JsonParser json, Guess value) throws IOException {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            value.text("");
        } else {
            value.whole();
        }
    }

    private void guessFields(JsonParser json, Map<String, Guess> fields) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            Guess field = fields.get(name);
            if (field == null) {
                field = new Guess();
                fields.put(name, field);
                if (++fieldsSeen > MOST_FIELDS) {
                    throw new RecordingException(
                            file + ", line " + row.line() + ": the objects up to here have more than " + MOST_FIELDS
                                    + " different fields, so these cannot be columns; declare those to replay in"
                                    + " replay.columns",
                            null);
                }
            }
            guess(json, field);
        }
    }

    private static void requireObject(@Nullable JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw noJson();
        }
    }

    private static void requireEnd(@Nullable JsonToken token) {
        if (token != null) {
            throw noJson();
        }
    }

    private static BadRowException noJson() {
        return new BadRowException("", "", "is not one JSON object", "correct the line");
    }

    @Override
    public void close() throws IOException {
        row.close();
    }
}
