package io.nrtstreams.sql.format.protobuf;

/** The full names of messages that stand for values without parts. */
final class ProtoNames {

    static final String DECIMAL = "confluent.type.Decimal";
    static final String DATE = "google.type.Date";
    static final String TIME = "google.type.TimeOfDay";
    static final String TIMESTAMP = "google.protobuf.Timestamp";

    static final String PRECISION = "precision";
    static final String SCALE = "scale";

    private ProtoNames() {}

    /** Whether a message only wraps a primitive so that it can be absent. */
    static boolean isWrapper(String message) {
        return switch (message) {
            case "google.protobuf.BoolValue",
                    "google.protobuf.Int32Value",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.UInt64Value",
                    "google.protobuf.FloatValue",
                    "google.protobuf.DoubleValue",
                    "google.protobuf.StringValue",
                    "google.protobuf.BytesValue" -> true;
            default -> false;
        };
    }
}
