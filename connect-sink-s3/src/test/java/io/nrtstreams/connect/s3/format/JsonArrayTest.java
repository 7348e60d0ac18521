package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayTest {
    @Test
    void aFileIsOneArrayWithAnElementALine() {
        assertThat(LinesOf.file(Formats.jsonArray(LinesOf.plain()), Map.of("a", 1), "x", 2))
                .isEqualTo("[\n{\"a\":1},\n\"x\",\n2\n]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void everyFileIsValidJsonHoweverManyRecordsItHas(int count) throws IOException {
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = Map.of("n", i, "text", "a]\n[\"" + i);
        }

        String file = LinesOf.file(Formats.jsonArray(LinesOf.plain("key", "offset")), values);

        List<?> read = new ObjectMapper().readValue(file, List.class);
        assertThat(read).hasSize(count);
        assertThat(read.get(count - 1))
                .isEqualTo(
                        Map.of("kafka_key", "k", "kafka_offset", 7, "n", count - 1, "text", "a]\n[\"" + (count - 1)));
    }

    @Test
    void aRecordThatCannotBeWrittenLeavesTheArrayWhole() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        RecordFile file = Formats.jsonArray(LinesOf.plain()).firstShape().begin();
        assertThatThrownBy(() -> file.append(LinesOf.record(loop)))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("nested over 100 levels deep");
        file.append(LinesOf.record(1));
        assertThatThrownBy(() -> file.append(LinesOf.record(loop))).isInstanceOf(BadRecordException.class);
        file.append(LinesOf.record(2));

        assertThat(LinesOf.text(file.finish())).isEqualTo("[\n1,\n2\n]\n");
    }
}
