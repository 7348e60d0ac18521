package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;

/** An ASSERT that does not hold. */
final class AssertionFailedException extends SqlException {

    private static final long serialVersionUID = 1L;

    AssertionFailedException(Position position, String problem) {
        super(position, problem);
    }
}
