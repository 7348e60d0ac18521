package io.nrtstreams.analytics.sql;

/** Is told of the catalog at the start and after each change, one call at a time, before the statement answers. */
@FunctionalInterface
public interface CatalogListener {

    /** Must not throw and must not take long. */
    void changed(CatalogView view);
}
