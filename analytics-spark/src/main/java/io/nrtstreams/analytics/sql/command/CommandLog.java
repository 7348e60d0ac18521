package io.nrtstreams.analytics.sql.command;

import java.util.List;
import java.util.Optional;

/**
 * Where a service keeps what was declared and started. One server at a time owns a log and may write to it; others may read
 * it. What {@link #append} has returned from is never lost, and no part of a command is ever seen without the rest.
 * Thread-safe.
 */
public interface CommandLog extends AutoCloseable {

    /**
     * What it says now. Finds out first what became of a command whose writing was cut off.
     *
     * @throws io.nrtstreams.sql.SqlException when that cannot be found out yet
     */
    Contents settle();

    /** Entries that cannot be used. */
    List<Skipped> skipped();

    /** Who owns it; empty when it has no owner yet. */
    Optional<Owner> owner();

    /** Whether this server owns it. */
    boolean isOwned();

    /** From now on, tells the listener what it does not know from {@link #settle} and {@link #isOwned} at this moment. */
    void listen(Listener listener);

    /**
     * Adds a command.
     *
     * @throws NotOwnerException when another server owns the log; nothing was written
     * @throws UnknownOutcomeException when nobody knows whether it was written; {@link #settle} finds out
     * @throws io.nrtstreams.sql.SqlException when it could not be written; nothing was, and it may be tried again
     */
    void append(Command command);

    /** Gives the log up, so that another server can own it. */
    @Override
    void close();

    /** Is told when the log changes by others than this server; one call at a time. */
    interface Listener {

        /** Another server has written. */
        void followed(Contents contents);

        /** This server owns the log from now on. */
        void promoted(Contents contents);

        /** This server owns the log no longer, and never will again. */
        void lost(String reason);
    }
}
