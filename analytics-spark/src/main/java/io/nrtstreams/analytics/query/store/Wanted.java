package io.nrtstreams.analytics.query.store;

import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.plan.KeyWindow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A table that is to be kept. */
record Wanted(DataSource table, Retention retention) {

    /** Those of a catalog by name: what persistent queries make, and CREATE SOURCE TABLE. */
    static Map<String, Wanted> of(CatalogView view) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (DataSource source : view.catalog().sources()) {
            if (source.isTable() && isKept(source)) {
                Optional<PersistentQuery> maker = source.createdBy()
                        .flatMap(id -> view.queries().stream()
                                .filter(query -> query.id().equals(id))
                                .findFirst());
                wanted.put(
                        source.name(),
                        new Wanted(source, Retention.of(source.layout().window(), maker)));
            }
        }
        return wanted;
    }

    private static boolean isKept(DataSource table) {
        return table.createdBy().isPresent()
                || (table.readOnly() && table.location().isEmpty());
    }

    String topic() {
        return table.layout().topic();
    }

    /** What the stored keys depend on; another means that all rows must be read anew. */
    String keySchema() {
        return table.schema().key() + " " + table.layout().keyFormat().name() + " "
                + table.layout().window();
    }

    boolean isSession() {
        return table.layout()
                .window()
                .filter(window -> window.kind() == KeyWindow.Kind.SESSION)
                .isPresent();
    }
}
