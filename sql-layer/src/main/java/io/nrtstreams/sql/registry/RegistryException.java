package io.nrtstreams.sql.registry;

import io.nrtstreams.sql.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry that cannot be asked, or refuses. Records are not at fault: whoever meets it while decoding stops or
 * tries again, and does not skip the record. The message names the subject or id, never a credential.
 */
public final class RegistryException extends SqlException {

    private static final long serialVersionUID = 1L;

    public RegistryException(String problem, @Nullable Throwable cause) {
        super(problem);
        if (cause != null) {
            initCause(cause);
        }
    }

    public RegistryException(String problem) {
        this(problem, null);
    }
}
