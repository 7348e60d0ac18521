package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a writer's file as rows. Prepared once for each message that occurs. */
final class ProtobufSource {

    private static final List<Integer> FIRST = List.of(0);

    private final FileDescriptor file;
    private final List<Column> columns;
    private final NullRepresentation nulls;
    private final Map<List<Integer>, Reading> readings = new HashMap<>();
    private @Nullable Reading first;

    private record Reading(Descriptor message, ProtobufMessageReader reader) {}

    ProtobufSource(FileDescriptor file, List<Column> columns, NullRepresentation nulls) {
        this.file = file;
        this.columns = columns;
        this.nulls = nulls;
    }

    /** The row in the bytes behind the schema's id. */
    @Nullable Object[] readIndexed(byte[] bytes, int start) throws DecodeException {
        if (start < bytes.length && bytes[start] == 0) {
            return readFirst(bytes, start + 1);
        }
        MessageIndexes indexes = MessageIndexes.read(bytes, start);
        return read(reading(indexes), bytes, start + indexes.length());
    }

    /** The row in the bytes, which are the first message of the file. */
    @Nullable Object[] readFirst(byte[] bytes, int start) throws DecodeException {
        Reading reading = first;
        if (reading == null) {
            reading = reading(new MessageIndexes(FIRST, 0));
            first = reading;
        }
        return read(reading, bytes, start);
    }

    private Reading reading(MessageIndexes indexes) throws DecodeException {
        Reading known = readings.get(indexes.indexes());
        if (known != null) {
            return known;
        }
        Descriptor message = indexes.in(file);
        Reading made = new Reading(
                message,
                ProtobufMessageReader.of(
                        message,
                        columns.stream().map(Column::name).toList(),
                        columns.stream().map(Column::type).toList(),
                        nulls));
        readings.put(indexes.indexes(), made);
        return made;
    }

    private static @Nullable Object[] read(Reading reading, byte[] bytes, int start) throws DecodeException {
        try {
            DynamicMessage message = DynamicMessage.newBuilder(reading.message)
                    .mergeFrom(bytes, start, bytes.length - start)
                    .buildPartial();
            return reading.reader.read(message);
        } catch (InvalidProtocolBufferException e) {
            // The library's text says what is wrong with the encoding, and quotes no value.
            throw new DecodeException(
                    "expected a Protobuf message " + reading.message.getName() + ": " + e.getMessage());
        }
    }
}
