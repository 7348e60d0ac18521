package io.nrtstreams.sql.model;

import org.jspecify.annotations.Nullable;

/** Takes rows and fits a model to them. Its memory does not grow with the rows. Single-threaded. */
public interface Training {

    /**
     * Takes a row.
     *
     * @param features in the order in which they were named
     * @throws io.nrtstreams.sql.SqlException when one of the numbers is null, infinite or not a number
     */
    void add(@Nullable Double label, @Nullable Double... features);

    /**
     * The model that fits all rows so far.
     *
     * @throws io.nrtstreams.sql.SqlException when they determine none
     */
    Model fit();
}
