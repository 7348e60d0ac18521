package io.nrtstreams.connect.mock.custom;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Makes Structs of fields. */
record StructGenerator(Schema schema, List<Field> places, List<CompiledField> fields) implements Generator {
    static StructGenerator of(Schema schema, List<CompiledField> fields) {
        return new StructGenerator(schema, schema.fields(), fields);
    }

    @Override
    public Struct value(Moment moment) {
        Struct struct = new Struct(schema);
        for (int i = 0; i < fields.size(); i++) {
            struct.put(places.get(i), fields.get(i).generator().value(moment));
        }
        return struct;
    }

    @Override
    public void tell(Moment moment, String name, Map<String, Object> truth) {
        for (CompiledField field : fields) {
            field.generator().tell(moment, name + "." + field.name(), truth);
        }
    }
}
