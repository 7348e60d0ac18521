package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Column;
import io.nrtstreams.connect.s3.layout.Kind;
import io.nrtstreams.connect.s3.layout.Layout;
import io.nrtstreams.connect.s3.layout.Misfit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * From the schemas of Connect to those of Parquet, and to how values are taken apart, in one go. Lists and maps have the
 * three levels of the Parquet format's "LogicalTypes", names stay as they are. Made for one file schema.
 */
final class ParquetCompiler {
    private static final String UNNAMED = "record";

    /** In the order of the file's columns: depth first. */
    private final List<Leaf> leaves = new ArrayList<>();

    private ParquetCompiler() {}

    /**
     * How the files of a layout are written.
     *
     * @param shredders one for each of the layout's columns
     * @param leaves one for each of the columns of the file
     */
    record Compiled(MessageType schema, List<Shredder> shredders, List<Leaf> leaves) {}

    private record Node(Type type, Shredder shredder) {}

    /** What is round a field: levels of repetition and definition. */
    private record Level(int repetition, int definition) {
        static final Level OUTERMOST = new Level(0, 0);

        Level within(Presence presence) {
            return new Level(repetition, definition + presence.levels());
        }

        Level repeated() {
            return new Level(repetition + 1, definition + 1);
        }
    }

    /**
     * Compiles the columns of a file.
     *
     * @throws Misfit if a schema has no form in Parquet
     */
    static Compiled compile(Layout layout) {
        return new ParquetCompiler().root(layout);
    }

    private Compiled root(Layout layout) {
        List<Type> types = new ArrayList<>();
        List<Shredder> shredders = new ArrayList<>();
        for (Column column : layout.columns()) {
            Node node = field(column.name(), column.schema(), Presence.ofOptional(column.optional()), Level.OUTERMOST);
            types.add(node.type());
            shredders.add(node.shredder());
        }
        Schema struct = layout.struct();
        String name = struct == null || struct.name() == null ? UNNAMED : struct.name();
        return new Compiled(new MessageType(name, types), shredders, leaves);
    }

    private Node field(String name, Schema schema, Presence presence, Level level) {
        try {
            return switch (Kind.of(schema)) {
                case STRUCT -> struct(name, schema, presence, level);
                case ARRAY -> list(name, schema, presence, level);
                case MAP -> map(name, schema, presence, level);
                default -> scalar(name, schema, presence, level);
            };
        } catch (RuntimeException e) {
            throw Misfit.at(name, e);
        }
    }

    private Node optionalOrNot(String name, Schema schema, Level level) {
        return field(name, schema, Presence.ofOptional(schema.isOptional()), level);
    }

    private Node scalar(String name, Schema schema, Presence presence, Level level) {
        ScalarType type = ScalarType.of(Kind.of(schema), schema);
        Leaf leaf = type.leaf(level.within(presence).definition());
        leaves.add(leaf);
        return new Node(type.named(name, presence), new LeafShredder(leaf, presence, type.writer()));
    }

    private Node struct(String name, Schema schema, Presence presence, Level level) {
        if (schema.fields().isEmpty()) {
            throw new Misfit("it is a struct without fields, which Parquet does not have; drop it with a transform");
        }
        List<Type> types = new ArrayList<>();
        List<Shredder> shredders = new ArrayList<>();
        for (Field field : schema.fields()) {
            Node node = optionalOrNot(field.name(), field.schema(), level.within(presence));
            types.add(node.type());
            shredders.add(node.shredder());
        }
        return new Node(
                new GroupType(presence.repetition(), name, types), new StructShredder(schema, presence, shredders));
    }

    private Node list(String name, Schema schema, Presence presence, Level level) {
        Level repeated = level.within(presence).repeated();
        Node element = optionalOrNot("element", schema.valueSchema(), repeated);
        GroupType list = new GroupType(Type.Repetition.REPEATED, "list", element.type());
        return new Node(
                annotated(name, presence, LogicalTypeAnnotation.listType(), list),
                new ListShredder(presence, repeated.repetition(), element.shredder()));
    }

    private Node map(String name, Schema schema, Presence presence, Level level) {
        Level repeated = level.within(presence).repeated();
        Node key = field("key", schema.keySchema(), Presence.REQUIRED, repeated);
        Node value = optionalOrNot("value", schema.valueSchema(), repeated);
        GroupType entries = new GroupType(Type.Repetition.REPEATED, "key_value", key.type(), value.type());
        return new Node(
                annotated(name, presence, LogicalTypeAnnotation.mapType(), entries),
                new MapShredder(presence, repeated.repetition(), key.shredder(), value.shredder()));
    }

    private static GroupType annotated(
            String name, Presence presence, LogicalTypeAnnotation meaning, GroupType repeated) {
        return Types.buildGroup(presence.repetition())
                .as(meaning)
                .addField(repeated)
                .named(name);
    }
}
