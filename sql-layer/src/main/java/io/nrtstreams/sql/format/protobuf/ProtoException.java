package io.nrtstreams.sql.format.protobuf;

/** A schema that is not valid Protobuf, or of a kind that is not read here. */
final class ProtoException extends Exception {

    private static final long serialVersionUID = 1L;

    ProtoException(String message) {
        super(message);
    }

    ProtoException(int line, String message) {
        this("line " + line + ": " + message);
    }
}
