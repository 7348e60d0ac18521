package io.nrtstreams.sql;

import io.nrtstreams.sql.tree.Position;

/**
 * A statement that cannot be parsed, understood or carried out. The message says what is wrong and what to do instead,
 * and ends with the position where it is known. It quotes names and the user's own SQL text, never a value of a record.
 */
public class SqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String problem;

    public SqlException(Position position, String problem) {
        super(
                position.isKnown()
                        ? "line " + position.line() + ", column " + position.column() + ": " + problem
                        : problem);
        this.position = position;
        this.problem = problem;
    }

    public SqlException(String problem) {
        this(Position.NONE, problem);
    }

    public Position position() {
        return position;
    }

    /** The message without the position. */
    public String problem() {
        return problem;
    }
}
