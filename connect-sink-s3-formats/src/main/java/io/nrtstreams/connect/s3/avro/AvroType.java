package io.nrtstreams.connect.s3.avro;

import org.apache.avro.Schema;

/** A type of Avro, and how values of it are written. */
record AvroType(Schema schema, ValueWriter writer) {
    /** A place that must have a value. */
    Slot required() {
        return new Slot(schema, Slot.required(writer));
    }

    /** A place for a value or null, which is the first branch of the union. */
    Slot nullFirst() {
        return new Slot(Schema.createUnion(Schema.create(Schema.Type.NULL), schema), Slot.optional(writer, 0));
    }

    /** The same with null as the second branch: a default must be of the first. */
    Slot nullLast() {
        return new Slot(Schema.createUnion(schema, Schema.create(Schema.Type.NULL)), Slot.optional(writer, 1));
    }
}
