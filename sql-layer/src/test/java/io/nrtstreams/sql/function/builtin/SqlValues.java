package io.nrtstreams.sql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

/** Checks that values are of the Java classes of their SQL types, also inside of arrays, maps and structs. */
final class SqlValues {

    private SqlValues() {}

    static void assertFits(SqlType type, @Nullable Object value) {
        if (value == null) {
            return;
        }
        switch (type.base()) {
            case BOOLEAN -> assertThat(value).isInstanceOf(Boolean.class);
            case INTEGER -> assertThat(value).isInstanceOf(Integer.class);
            case BIGINT -> assertThat(value).isInstanceOf(Long.class);
            case DOUBLE -> assertThat(value).isInstanceOf(Double.class);
            case STRING -> assertThat(value).isInstanceOf(String.class);
            case BYTES -> assertThat(value).isInstanceOf(ByteBuffer.class);
            case DECIMAL ->
                assertThat(value)
                        .asInstanceOf(InstanceOfAssertFactories.type(BigDecimal.class))
                        .returns(((SqlType.Decimal) type).scale(), BigDecimal::scale);
            case ARRAY -> {
                assertThat(value).isInstanceOf(List.class);
                ((List<?>) value).forEach(element -> assertFits(((SqlType.Array) type).element(), element));
            }
            case MAP -> {
                assertThat(value).isInstanceOf(Map.class);
                ((Map<?, ?>) value).forEach((key, element) -> assertFits(((SqlType.Map) type).value(), element));
            }
            case STRUCT -> {
                assertThat(value)
                        .asInstanceOf(InstanceOfAssertFactories.type(StructValue.class))
                        .returns(type, StructValue::type);
                List<SqlType.Field> fields = ((SqlType.Struct) type).fields();
                for (int i = 0; i < fields.size(); i++) {
                    assertFits(fields.get(i).type(), ((StructValue) value).get(i));
                }
            }
            default -> throw new IllegalArgumentException("no aggregate here has " + type);
        }
    }
}
