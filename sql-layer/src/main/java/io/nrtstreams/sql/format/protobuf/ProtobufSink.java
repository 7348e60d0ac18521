package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message of a schema, and the writing of columns as that message. */
record ProtobufSink(Descriptor message, ProtobufMessageWriter writer) {

    /**
     * The writing of these columns.
     *
     * @throws SqlException when the message cannot hold the columns
     */
    static ProtobufSink of(Descriptor message, List<Column> columns) {
        return new ProtobufSink(
                message,
                ProtobufMessageWriter.of(
                        message,
                        columns.stream().map(Column::name).toList(),
                        columns.stream().map(Column::type).toList(),
                        ""));
    }

    /**
     * The message of this full name; the first of the file when none is named.
     *
     * @throws SqlException when the schema is not valid, or has no such message
     */
    static Descriptor message(SchemaText schema, Optional<String> fullName, String where) {
        FileDescriptor file;
        try {
            file = ProtoFiles.link(schema);
        } catch (ProtoException e) {
            throw new SqlException("The schema of " + where + " is not a valid Protobuf schema: " + e.getMessage());
        }
        List<Descriptor> messages = new ArrayList<>();
        collect(file.getMessageTypes(), messages);
        if (messages.isEmpty()) {
            throw new SqlException("The schema of " + where + " has no message; register one that has.");
        }
        return fullName.map(name -> named(messages, name, where)).orElse(messages.get(0));
    }

    private static Descriptor named(List<Descriptor> messages, String name, String where) {
        List<String> names = messages.stream().map(Descriptor::getFullName).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new SqlException("The schema of " + where + " has no message " + name + ", but " + names + "."
                    + Suggestions.didYouMean(name, names));
        }
        return messages.get(index);
    }

    private static void collect(List<Descriptor> messages, List<Descriptor> into) {
        for (Descriptor message : messages) {
            if (!message.getOptions().getMapEntry()) {
                into.add(message);
                collect(message.getNestedTypes(), into);
            }
        }
    }
}
