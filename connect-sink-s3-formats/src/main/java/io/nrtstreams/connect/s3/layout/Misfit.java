package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.format.BadRecordException;

/**
 * A value that does not fit its schema, or a schema that a format has no form for. Gathers the path to the field on its
 * way out. The reason never shows a value.
 */
public final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    private Misfit(String path, String reason) {
        // Bad records may be many, and where in the code one showed says nothing that the path does not.
        super(reason, null, false, false);
        this.path = path;
        this.reason = reason;
    }

    public Misfit(String reason) {
        this("", reason);
    }

    /** A value is null where the schema has no null. */
    public static Misfit missing() {
        return new Misfit("it is null, though its schema is not optional");
    }

    /** What went wrong at a step of the path, be it a misfit or a value of another class than its schema says. */
    public static Misfit at(String step, RuntimeException cause) {
        if (cause instanceof Misfit misfit) {
            return new Misfit(misfit.path.isEmpty() ? step : step + "." + misfit.path, misfit.reason);
        }
        return new Misfit(
                step, "its value does not match its schema (" + cause.getClass().getSimpleName() + ")");
    }

    /** The same for whoever reports bad records. */
    public BadRecordException asBadRecord() {
        return new BadRecordException(path.isEmpty() ? reason : "field " + path + ": " + reason);
    }
}
