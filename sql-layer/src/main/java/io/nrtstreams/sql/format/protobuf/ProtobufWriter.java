package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.DynamicMessage;

/** Sets one member of a message to a value of the language, which is not null. */
@FunctionalInterface
interface ProtobufWriter {

    void write(Object value, DynamicMessage.Builder message);
}
