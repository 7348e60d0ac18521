package io.nrtstreams.sql.catalog;

import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.type.SqlType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What has been declared, as an analyser sees it. */
public interface Catalog {

    /** The stream or table of exactly this name. */
    Optional<DataSource> source(String name);

    Collection<DataSource> sources();

    /** Types made by CREATE TYPE, by name. */
    Map<String, SqlType> types();

    /** The models that are fitted. */
    Models models();
}
