package io.nrtstreams.sql.format.jsonschema;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns as the members of an object by a given schema: under the schema's names and in its order, with null for members
 * that no column fills.
 */
final class JsonSchemaLayout {

    private static final int NOWHERE = -1;

    private final List<Column> columns;
    private final int[] places;
    private final List<String> unfillable;

    private JsonSchemaLayout(List<Column> columns, int[] places, List<String> unfillable) {
        this.columns = columns;
        this.places = places;
        this.unfillable = unfillable;
    }

    /** The columns as they are. */
    static JsonSchemaLayout of(List<Column> columns) {
        int[] places = new int[columns.size()];
        Arrays.setAll(places, i -> i);
        return new JsonSchemaLayout(columns, places, List.of());
    }

    /**
     * The columns as members that the schema has.
     *
     * @throws SqlException when a column has no member or is of another type, or a required member has no column
     */
    static JsonSchemaLayout of(List<Column> members, Set<String> required, List<Column> columns) {
        List<String> names = members.stream().map(Column::name).toList();
        int[] places = new int[members.size()];
        Arrays.fill(places, NOWHERE);
        for (int i = 0; i < columns.size(); i++) {
            int member = ColumnRules.indexOf(names, columns.get(i).name());
            if (member < 0 || places[member] != NOWHERE) {
                throw new SqlException(
                        "Column " + columns.get(i).name() + " has no member in the schema, whose members are " + names
                                + "; leave the column out, or rename it.");
            }
            places[member] = i;
        }
        for (String name : required) {
            int member = names.indexOf(name);
            if (member >= 0 && places[member] == NOWHERE) {
                throw new SqlException("Member " + name
                        + " is required by the schema, but no column fills it; add a column of this name.");
            }
        }
        List<Column> written = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Column member = members.get(i);
            written.add(
                    places[i] == NOWHERE
                            ? member
                            : new Column(
                                    member.name(),
                                    named(
                                            columns.get(places[i]).type(),
                                            member.type(),
                                            "column " + columns.get(places[i]).name())));
        }
        // Members that no column can have the type of do not keep anybody from reading.
        List<String> unfillable =
                required.stream().filter(name -> !names.contains(name)).sorted().toList();
        return new JsonSchemaLayout(written, places, unfillable);
    }

    /**
     * The column's type with the names of fields that the schema has.
     *
     * @throws SqlException when the schema does not hold values of the type
     */
    static SqlType named(SqlType type, SqlType schema, String path) {
        if (type instanceof SqlType.Array array && schema instanceof SqlType.Array target) {
            return new SqlType.Array(named(array.element(), target.element(), path));
        }
        if (type instanceof SqlType.Map map && schema instanceof SqlType.Map target) {
            return new SqlType.Map(map.key(), named(map.value(), target.value(), path));
        }
        if (type instanceof SqlType.Struct struct && schema instanceof SqlType.Struct target) {
            return named(struct, target, path);
        }
        if (holds(schema, type)) {
            return type;
        }
        throw new SqlException(path + " is of type " + type + ", but the schema has " + schema
                + " there; cast the column, or leave the schema id out so that a schema of the columns is registered.");
    }

    private static SqlType named(SqlType.Struct struct, SqlType.Struct target, String path) {
        List<String> names = target.fields().stream().map(SqlType.Field::name).toList();
        List<SqlType.Field> fields = new ArrayList<>();
        for (SqlType.Field field : struct.fields()) {
            String fieldPath = path + "->" + field.name();
            int member = ColumnRules.indexOf(names, field.name());
            if (member < 0) {
                throw new SqlException(fieldPath + " has no member in the schema, whose members are " + names
                        + "; leave the field out, or rename it.");
            }
            fields.add(new SqlType.Field(
                    names.get(member),
                    named(field.type(), target.fields().get(member).type(), fieldPath)));
        }
        return new SqlType.Struct(fields);
    }

    /** JSON has one kind of number, of which the whole ones are integers. */
    private static boolean holds(SqlType schema, SqlType type) {
        Base base = type.base();
        return schema.equals(type)
                || (schema.base() == Base.BIGINT && base == Base.INTEGER)
                || (schema.base() == Base.DOUBLE && type.isNumeric());
    }

    List<Column> columns() {
        return columns;
    }

    /**
     * A row in the order of the schema's members.
     *
     * @throws EncodeException when the schema requires members that no column can be
     */
    @Nullable Object[] arranged(@Nullable Object[] row) {
        if (!unfillable.isEmpty()) {
            throw new EncodeException(
                    "members " + unfillable + " are required by the schema, but no column can have their types");
        }
        @Nullable Object[] arranged = new @Nullable Object[places.length];
        for (int i = 0; i < places.length; i++) {
            arranged[i] = places[i] == NOWHERE ? null : row[places[i]];
        }
        return arranged;
    }
}
