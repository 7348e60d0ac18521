package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codecs of types that hold others. */
final class NestedCodecs {

    private NestedCodecs() {}

    record Lists(ValueCodec elements) implements ValueCodec {

        @Override
        public void write(Object value, ByteSink out) {
            List<?> list = (List<?>) value;
            out.writeUnsigned(list.size());
            for (Object element : list) {
                elements.writeNullable(element, out);
            }
        }

        @Override
        public Object read(ByteSource in) {
            int size = in.readSize();
            List<@Nullable Object> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(elements.readNullable(in));
            }
            return list;
        }
    }

    record Maps(ValueCodec keys, ValueCodec values) implements ValueCodec {

        @Override
        public void write(Object value, ByteSink out) {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeUnsigned(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                keys.writeNullable(entry.getKey(), out);
                values.writeNullable(entry.getValue(), out);
            }
        }

        @Override
        public Object read(ByteSource in) {
            int size = in.readSize();
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object key = keys.readNullable(in);
                map.put(key, values.readNullable(in));
            }
            return map;
        }
    }

    record Structs(SqlType.Struct type, List<ValueCodec> fields) implements ValueCodec {

        static Structs of(SqlType.Struct type) {
            return new Structs(
                    type,
                    type.fields().stream()
                            .map(field -> ValueCodec.of(field.type()))
                            .toList());
        }

        @Override
        public void write(Object value, ByteSink out) {
            StructValue struct = (StructValue) value;
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).writeNullable(struct.get(i), out);
            }
        }

        @Override
        public Object read(ByteSource in) {
            @Nullable Object[] values = new @Nullable Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields.get(i).readNullable(in);
            }
            return new StructValue(type, values);
        }
    }
}
