package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.Kind;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** What Connect says of a schema and Avro has no words for, as properties, which readers pass over. */
final class Annotations {
    /** The name that a schema or field had, where Avro has it differently or not at all. */
    static final String NAME = "connect.name";

    private static final String VERSION = "connect.version";
    private static final String PARAMETERS = "connect.parameters";
    private static final String TYPE = "connect.type";

    private Annotations() {}

    static void ofRecord(Schema avro, org.apache.kafka.connect.data.Schema connect) {
        if (connect.name() != null && !connect.name().equals(avro.getFullName())) {
            avro.addProp(NAME, connect.name());
        }
        versionAndParameters(avro, connect);
    }

    /** A logical type of Connect is one of Avro, which says it all. */
    static void ofType(Schema avro, org.apache.kafka.connect.data.Schema connect) {
        Kind kind = Kind.of(connect);
        if (kind.isLogical()) {
            return;
        }
        if (connect.name() != null) {
            avro.addProp(NAME, connect.name());
        }
        if (kind == Kind.INT8 || kind == Kind.INT16) {
            avro.addProp(TYPE, connect.type().getName());
        }
        versionAndParameters(avro, connect);
    }

    private static void versionAndParameters(Schema avro, org.apache.kafka.connect.data.Schema connect) {
        if (connect.version() != null) {
            avro.addProp(VERSION, connect.version());
        }
        if (connect.parameters() != null && !connect.parameters().isEmpty()) {
            avro.addProp(PARAMETERS, new TreeMap<>(connect.parameters()));
        }
    }
}
