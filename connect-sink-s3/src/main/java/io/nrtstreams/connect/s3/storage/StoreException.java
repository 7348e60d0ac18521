package io.nrtstreams.connect.s3.storage;

import org.jspecify.annotations.Nullable;

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

    /** Which setting the failure is most likely about. */
    public enum Concern {
        BUCKET,
        REGION,
        ENDPOINT,
        PROXY,
        CREDENTIALS,
        ROLE,
        PERMISSION,
        ENCRYPTION,
        STORAGE_CLASS,
        ACL,
        TAGS,
        /** That an object that exists is not created again. */
        CONDITIONAL_WRITE,
        /** None in particular. */
        REQUEST
    }

    private final Kind kind;
    private final Concern concern;

    /** What failed, why, and what to do about it. */
    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, Concern.REQUEST, message, cause);
    }

    /** As above, where no other exception is behind it. */
    public StoreException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** As above, with what it is about. */
    public StoreException(Kind kind, Concern concern, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.concern = concern;
    }

    public Kind kind() {
        return kind;
    }

    public Concern concern() {
        return concern;
    }
}
