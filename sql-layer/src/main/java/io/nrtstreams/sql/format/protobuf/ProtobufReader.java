package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Message;
import io.nrtstreams.sql.format.DecodeException;
import org.jspecify.annotations.Nullable;

/** Reads one member of a message as a value of the language. */
@FunctionalInterface
interface ProtobufReader {

    @Nullable Object read(Message message) throws DecodeException;
}
