package io.nrtstreams.analytics.sql;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one stream or table. Used by one thread. */
public interface Inserts extends AutoCloseable {

    /**
     * Writes a row.
     *
     * @param row values by column name, as JSON has them: texts, numbers, booleans, lists, maps. Names are upper case unless
     *     they stand in back quotes; columns that are left out are NULL.
     * @return done when the broker has the row; it fails with a {@link ServiceException}
     * @throws ServiceException when the row does not fit the columns; rows may follow nevertheless
     */
    CompletableFuture<@Nullable Void> insert(Map<String, @Nullable Object> row);

    /** Lets go of what it holds; rows on their way still arrive. */
    @Override
    void close();
}
