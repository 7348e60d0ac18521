package io.nrtstreams.connect.cleaning.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private final Fingerprints fingerprints = new Fingerprints();

    @Test
    void differentValuesHaveDifferentOnes() {
        Schema schema =
                SchemaBuilder.struct().field("a", Schema.OPTIONAL_STRING_SCHEMA).build();
        Schema withDefault = SchemaBuilder.struct()
                .field("b", SchemaBuilder.int64().optional().defaultValue(5L).build())
                .build();
        List<List<?>> sequences = List.of(
                List.of(),
                Arrays.asList((Object) null),
                List.of(""),
                List.of("null"),
                List.of("a", "bc"),
                List.of("ab", "c"),
                List.of("abc"),
                List.of(List.of("a", "bc")),
                List.of(List.of("ab", "c")),
                List.of(List.of("a"), "bc"),
                List.of(1),
                List.of(1L),
                List.of(1.0),
                List.of("1"),
                List.of(true),
                List.of("true"),
                List.of(new BigDecimal("1.0")),
                List.of(new Date(1)),
                List.of("\uD800"),
                List.of("\uD801"),
                List.of("?"),
                List.of(new Struct(withDefault)),
                List.of(new Struct(withDefault).put("b", 5L)),
                List.of(new byte[] {1}),
                List.of(Map.of("a", 1)),
                List.of(Map.of("a", 2)),
                List.of(Map.of("b", 1)),
                List.of(new Struct(schema)),
                List.of(new Struct(schema).put("a", "1")));

        assertThat(sequences.stream().map(fingerprints::of)).doesNotHaveDuplicates();
    }

    @Test
    void equalValuesHaveTheSame() {
        Map<String, Integer> oneOrder = new LinkedHashMap<>();
        oneOrder.put("a", 1);
        oneOrder.put("b", 2);
        Map<String, Integer> another = new LinkedHashMap<>();
        another.put("b", 2);
        another.put("a", 1);

        assertThat(fingerprints.of(List.of(oneOrder))).isEqualTo(fingerprints.of(List.of(another)));
        assertThat(fingerprints.of(List.of(new byte[] {1, 2})))
                .isEqualTo(fingerprints.of(List.of(ByteBuffer.wrap(new byte[] {0, 1, 2}, 1, 2))));
        assertThat(fingerprints.of(List.of("\uD83D"))).isNotEqualTo(fingerprints.of(List.of("?")));
    }
}
