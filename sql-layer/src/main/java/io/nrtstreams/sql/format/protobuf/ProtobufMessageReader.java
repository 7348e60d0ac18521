package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a message's members into the places of columns; columns without a member are null. */
final class ProtobufMessageReader {

    private final List<String> columns;
    private final ProtobufReader[] readers;

    private ProtobufMessageReader(List<String> columns, ProtobufReader[] readers) {
        this.columns = columns;
        this.readers = readers;
    }

    /** A reader of the members whose names are those of the columns, exactly or else in another case. */
    static ProtobufMessageReader of(
            Descriptor message, List<String> columns, List<SqlType> types, NullRepresentation nulls)
            throws DecodeException {
        List<ProtoMember> members = ProtoMember.withAlternatives(message);
        List<String> names = members.stream().map(ProtoMember::name).toList();
        ProtobufReader[] readers = new ProtobufReader[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            int member = ColumnRules.indexOf(names, columns.get(i));
            readers[i] = member < 0 ? absent -> null : reader(members.get(member), columns.get(i), types.get(i), nulls);
        }
        return new ProtobufMessageReader(columns, readers);
    }

    private static ProtobufReader reader(ProtoMember member, String column, SqlType type, NullRepresentation nulls)
            throws DecodeException {
        try {
            return ProtobufReaders.of(member, type, nulls);
        } catch (DecodeException e) {
            throw inField(column, e);
        }
    }

    @Nullable Object[] read(Message message) throws DecodeException {
        @Nullable Object[] values = new @Nullable Object[readers.length];
        int column = 0;
        try {
            for (; column < readers.length; column++) {
                values[column] = readers[column].read(message);
            }
        } catch (DecodeException e) {
            throw inField(columns.get(column), e);
        }
        return values;
    }

    private static DecodeException inField(String name, DecodeException cause) {
        return new DecodeException(name + ": " + cause.getMessage());
    }
}
