package io.nrtstreams.bench.sql;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The peer's messages: classes with public fields, which Jackson binds fastest, faster than it makes trees. */
final class Messages {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JacksonFloor.FACTORY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Messages() {}

    /** JSON of a class. */
    static <T> Serde<T> json(Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type);
        ObjectWriter writer = MAPPER.writerFor(type);
        return Serdes.serdeFrom(
                (topic, message) -> {
                    try {
                        return message == null ? null : writer.writeValueAsBytes(message);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : reader.readValue(bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    public static final class Reading {
        public double kwh;
        public String city = "";
        public String tariff = "";
        public int phase;
        public long reading;
    }

    public static final class Meter {
        public String owner = "";
        public int cap;
    }

    public static final class Projected {
        @JsonProperty("WH")
        public double wattHours;

        @JsonProperty("CITY")
        public String city = "";
    }

    public static final class Group {
        @JsonProperty("CITY")
        public String city = "";

        @JsonProperty("TARIFF")
        public String tariff = "";
    }

    public static final class Totals {
        @JsonProperty("N")
        public long count;

        @JsonProperty("TOTAL")
        public double total;
    }

    public static final class Means {
        @JsonProperty("N")
        public long count;

        @JsonProperty("TOTAL")
        public double total;

        @JsonProperty("MEAN")
        public double mean;
    }

    public static final class Owned {
        @JsonProperty("KWH")
        public double kwh;

        @JsonProperty("CITY")
        public String city = "";

        @JsonProperty("OWNER")
        public String owner = "";

        @JsonProperty("CAP")
        public int cap;
    }
}
