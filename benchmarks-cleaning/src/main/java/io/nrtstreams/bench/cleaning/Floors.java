package io.nrtstreams.bench.cleaning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** What the work costs at its barest. */
final class Floors {
    /** With its faster way of reading doubles, which Jackson does not take by itself. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private Floors() {}

    /** A new record with a copy of the Struct, all fields as they are; the schemas take turns. */
    static Subject copiedStructs(int schemaCount) {
        List<Schema> schemas = Readings.schemas(schemaCount);
        SourceRecord[] records = IntStream.range(0, Subject.RECORDS)
                .mapToObj(number -> Records.source(Readings.struct(schemas.get(number % schemaCount), number), number))
                .toArray(SourceRecord[]::new);
        return number -> withValue(records[number], copy((Struct) records[number].value()));
    }

    /** A new record with a copy of the Map. */
    static Subject copiedMaps() {
        SourceRecord[] records = IntStream.range(0, Subject.RECORDS)
                .mapToObj(number -> Records.source(Readings.map(number), number))
                .toArray(SourceRecord[]::new);
        return number -> withValue(records[number], new LinkedHashMap<>((Map<?, ?>) records[number].value()));
    }

    /** The columns of a row as texts. */
    static Subject splitRows() {
        return texts(Readings::row, row -> row.split(",", -1));
    }

    /** The tokens of the JSON, with the values that they hold, summed up so that they are used. */
    static Subject jacksonTokens() {
        return texts(Weather::json, Floors::sumOfValues);
    }

    private static Subject texts(Function<Integer, String> text, Function<String, Object> work) {
        String[] texts = IntStream.range(0, Subject.RECORDS).boxed().map(text).toArray(String[]::new);
        return number -> work.apply(texts[number]);
    }

    private static Object sumOfValues(String text) {
        int sum = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                sum += switch (token) {
                    case VALUE_STRING -> parser.getText().length();
                    case VALUE_NUMBER_INT -> (int) parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> (int) parser.getDoubleValue();
                    default -> 0;
                };
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    private static Struct copy(Struct given) {
        Struct copy = new Struct(given.schema());
        for (Field field : given.schema().fields()) {
            copy.put(field, given.get(field));
        }
        return copy;
    }

    private static SourceRecord withValue(SourceRecord record, Object value) {
        return record.newRecord(
                record.topic(),
                record.kafkaPartition(),
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                value,
                record.timestamp(),
                record.headers());
    }
}
