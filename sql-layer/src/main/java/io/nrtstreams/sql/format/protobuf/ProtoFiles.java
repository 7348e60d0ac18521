package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links a schema with the files it imports: its references, and the common types that a registry expects all to know. */
final class ProtoFiles {

    private static final Map<String, FileDescriptor> OF_PROTOBUF = Stream.of(
                    AnyProto.getDescriptor(),
                    DurationProto.getDescriptor(),
                    EmptyProto.getDescriptor(),
                    FieldMaskProto.getDescriptor(),
                    StructProto.getDescriptor(),
                    TimestampProto.getDescriptor(),
                    WrappersProto.getDescriptor())
            .collect(Collectors.toUnmodifiableMap(FileDescriptor::getName, Function.identity()));

    /** Fields by name and number are what these types are; the texts are made from that. */
    private static final Map<String, String> TEXTS = Map.of(
            "google/protobuf/descriptor.proto",
            "syntax = 'proto2'; package google.protobuf;",
            "google/type/date.proto",
            "syntax = 'proto3'; package google.type; message Date { int32 year = 1; int32 month = 2; int32 day = 3; }",
            "google/type/timeofday.proto",
            "syntax = 'proto3'; package google.type; message TimeOfDay "
                    + "{ int32 hours = 1; int32 minutes = 2; int32 seconds = 3; int32 nanos = 4; }",
            "confluent/meta.proto",
            "syntax = 'proto3'; package confluent; message Meta { string doc = 1; map<string, string> params = 2; }",
            "confluent/type/decimal.proto",
            "syntax = 'proto3'; package confluent.type; message Decimal "
                    + "{ bytes value = 1; uint32 precision = 2; int32 scale = 3; }");

    private final Map<String, FileDescriptor> linked = new HashMap<>(OF_PROTOBUF);
    private final Map<String, String> texts = new HashMap<>(TEXTS);

    private ProtoFiles() {}

    /**
     * The linked file of a schema.
     *
     * @throws ProtoException when the text is not valid, or an import is not known
     */
    static FileDescriptor link(SchemaText schema) throws ProtoException {
        ProtoFiles files = new ProtoFiles();
        files.add(schema.references());
        return files.link("schema.proto", schema.text());
    }

    private void add(List<Reference> references) {
        for (Reference reference : references) {
            linked.remove(reference.name());
            texts.put(reference.name(), reference.schema().text());
            add(reference.schema().references());
        }
    }

    private FileDescriptor link(String name, String text) throws ProtoException {
        FileDescriptorProto file = ProtoParser.parse(name, text);
        FileDescriptor[] dependencies = new FileDescriptor[file.getDependencyCount()];
        for (int i = 0; i < dependencies.length; i++) {
            dependencies[i] = dependency(file.getDependency(i));
        }
        try {
            return FileDescriptor.buildFrom(file, dependencies);
        } catch (DescriptorValidationException e) {
            throw new ProtoException(String.valueOf(e.getMessage()));
        }
    }

    private FileDescriptor dependency(String name) throws ProtoException {
        FileDescriptor known = linked.get(name);
        if (known != null) {
            return known;
        }
        // Taken out while it is linked, so that files that import each other end here.
        String text = texts.remove(name);
        if (text == null) {
            throw new ProtoException("the import " + name + " is not among the schema's references");
        }
        FileDescriptor file = link(name, text);
        linked.put(name, file);
        return file;
    }
}
