package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.List;

/** STRUCT: an object. */
final class JsonStruct implements JsonType {

    private final SqlType.Struct type;
    private final String path;
    private final JsonObject fields;

    JsonStruct(SqlType.Struct type, String path) {
        List<String> names = new ArrayList<>();
        List<JsonType> types = new ArrayList<>();
        for (SqlType.Field field : type.fields()) {
            names.add(field.name());
            types.add(JsonType.of(field.type(), path + "->" + field.name()));
        }
        this.type = type;
        this.path = path;
        this.fields = new JsonObject(names, types);
    }

    @Override
    public Object read(JsonReader in) throws DecodeException {
        if (in.peek() != '{') {
            throw JsonType.unexpected(in, path, "an object");
        }
        return new StructValue(type, fields.read(in));
    }

    @Override
    public void write(JsonWriter out, Object value) {
        StructValue struct = (StructValue) value;
        for (int i = 0; i < struct.size(); i++) {
            fields.writeMember(out, i, struct.get(i));
        }
        fields.writeEnd(out);
    }
}
