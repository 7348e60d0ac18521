package io.nrtstreams.it.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.mock.RecordSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.SimpleHeaderConverter;
import org.apache.kafka.connect.storage.StringConverter;

/** What a connector must have left in its topic, from its configuration and its stored offsets alone. */
public final class Recomputed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> config;
    private final RecordSeries series;
    private final Converter keys = new StringConverter();
    private final Converter values;
    private final SimpleHeaderConverter headers = new SimpleHeaderConverter();

    public Recomputed(Map<String, String> config) {
        this.config = config;
        this.series = RecordSeries.of(config);
        keys.configure(Map.of(), true);
        values = valueConverter();
    }

    private Converter valueConverter() {
        Converter converter = config.getOrDefault("value.converter", "").equals(StringConverter.class.getName())
                ? new StringConverter()
                : new JsonConverter();
        String schemas = config.getOrDefault("value.converter.schemas.enable", "true");
        converter.configure(Map.of("schemas.enable", schemas), false);
        return converter;
    }

    /** The records up to the offsets that {@code GET /connectors/NAME/offsets} answered. */
    public ByDevice records(JsonNode offsets) {
        List<Emitted> records = new ArrayList<>();
        offsets.path("offsets").forEach(stored -> {
            Map<String, ?> offset = map(stored.path("offset"));
            try (Stream<SourceRecord> emitted =
                    series.records(map(stored.path("partition")), offset, 0, series.position(offset))) {
                emitted.map(this::converted).forEach(records::add);
            }
        });
        return ByDevice.of(records);
    }

    private Emitted converted(SourceRecord record) {
        RecordHeaders converted = new RecordHeaders();
        for (Header header : record.headers()) {
            converted.add(
                    header.key(),
                    headers.fromConnectHeader(record.topic(), header.key(), header.schema(), header.value()));
        }
        return Emitted.of(
                keys.fromConnectData(record.topic(), record.keySchema(), record.key()),
                values.fromConnectData(record.topic(), record.valueSchema(), record.value()),
                record.timestamp(),
                converted);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(JsonNode object) {
        return JSON.convertValue(object, HashMap.class);
    }
}
