package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.io.Encoder;

/** Writers of lists and maps: one block with all items, then the empty block that ends them. */
final class CollectionWriters {
    private CollectionWriters() {}

    static ValueWriter list(Slot.Writer element) {
        return (value, out) -> {
            Collection<?> list = (Collection<?>) value;
            out.writeArrayStart();
            out.setItemCount(list.size());
            try {
                for (Object item : list) {
                    out.startItem();
                    element.write(item, out);
                }
            } catch (RuntimeException e) {
                throw Misfit.at("element", e);
            }
            out.writeArrayEnd();
        };
    }

    static ValueWriter textMap(Slot.Writer values) {
        return (value, out) -> {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeMapStart();
            out.setItemCount(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.startItem();
                key((key, target) -> target.writeString((String) key), entry, out);
                value(values, entry, out);
            }
            out.writeMapEnd();
        };
    }

    /** A map whose keys Avro's own maps cannot have: a list of records of key and value. */
    static ValueWriter entries(ValueWriter keys, Slot.Writer values) {
        return (value, out) -> {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeArrayStart();
            out.setItemCount(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.startItem();
                key(keys, entry, out);
                value(values, entry, out);
            }
            out.writeArrayEnd();
        };
    }

    private static void key(ValueWriter keys, Map.Entry<?, ?> entry, Encoder out) throws IOException {
        try {
            if (entry.getKey() == null) {
                throw new Misfit("a map has a key that is null");
            }
            keys.write(entry.getKey(), out);
        } catch (RuntimeException e) {
            throw Misfit.at("key", e);
        }
    }

    private static void value(Slot.Writer values, Map.Entry<?, ?> entry, Encoder out) throws IOException {
        try {
            values.write(entry.getValue(), out);
        } catch (RuntimeException e) {
            throw Misfit.at("value", e);
        }
    }
}
