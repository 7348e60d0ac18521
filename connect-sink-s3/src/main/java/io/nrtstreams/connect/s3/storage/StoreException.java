package io.nrtstreams.connect.s3.storage;

/** A request to the store failed, after the retries that its settings allow. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the same request may succeed later without anybody's doing. */
    public enum Kind {
        /** The store was busy or out of reach: worth trying again. */
        TRANSIENT,
        /** The store refused: somebody has to change something first. */
        PERMANENT
    }

    private final Kind kind;

    /** What failed, why, and what to do about it. */
    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** As above, where no other exception is behind it. */
    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
