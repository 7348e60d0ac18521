package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SQL layer as its clients see it: statements in, answers out. What changes something is in the command log before the
 * call returns, and survives the server. Thread-safe; calls may take as long as the broker, a registry or Connect do, so
 * they are not for event loops. All that is wrong with a request is told by a {@link ServiceException}.
 */
public interface SqlService extends AutoCloseable {

    /**
     * Carries out any number of statements, one after the other; SET and DEFINE count for those behind them.
     *
     * @return what they answer, in order; some, such as INSERT INTO … VALUES and SET, answer nothing
     * @throws ServiceException at the first that cannot be carried out, with its text and with what those before it answered
     */
    List<Entity> execute(String statements, StatementContext context);

    /**
     * Starts to answer one statement that gives rows: a SELECT, with or without EMIT, or a PRINT. SET and DEFINE may stand
     * before it.
     *
     * @throws ServiceException when it cannot be answered
     */
    QueryRun query(String statement, StatementContext context);

    /**
     * Rows for a stream or table.
     *
     * @param target its name, as in SQL text: upper case unless it is quoted
     * @throws ServiceException when there is no such stream or table, or nothing can be written to it
     */
    Inserts insertsInto(String target);

    ServerInfo info();

    Health health();

    /**
     * How far a command got, of the last ones.
     *
     * @param commandId such as {@code stream/`X`/create}
     */
    Optional<CommandStatus> status(String commandId);

    /** How far the last commands got, by their ids. */
    Map<String, CommandStatus> statuses();

    /** Whether SET knows a property of this name. */
    boolean isValidProperty(String name);

    /**
     * Ends a push query.
     *
     * @return whether there was one of this id
     */
    boolean closeQuery(String queryId);

    /** All that is declared and runs, as a script that makes the same on an empty server. */
    String export();

    /**
     * Ends all queries and drops all that was declared, for good.
     *
     * @param topics that are deleted with what was declared over them
     */
    void terminateAll(List<Pattern> topics);

    /** Ends what runs for clients, and stops in good order; queries go on at the next start. */
    @Override
    void close();
}
