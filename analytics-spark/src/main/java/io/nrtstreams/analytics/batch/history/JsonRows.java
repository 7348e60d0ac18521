package io.nrtstreams.analytics.batch.history;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values a line, or in one array. A value that is no object is the field {@code value}. */
final class JsonRows implements RawRows {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Object.class);

    private final MappingIterator<Object> values;

    JsonRows(InputStream in) throws IOException {
        this.values = READER.readValues(in);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> next() throws IOException {
        if (!values.hasNextValue()) {
            return null;
        }
        Map<String, @Nullable Object> row = new HashMap<>();
        Object value = values.nextValue();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, field) -> row.put((String) name, field));
        } else {
            row.put("value", value);
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        values.close();
    }
}
