package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.engine.PersistentQuery;
import java.util.List;

/** What is declared and what runs, at one moment. Immutable. */
public record CatalogView(Catalog catalog, List<PersistentQuery> queries) {

    public CatalogView {
        queries = List.copyOf(queries);
    }
}
