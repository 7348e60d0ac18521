package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.tree.Statement;

/** Carries out the statements about connectors. Thread-safe. {@code text} is the statement's own, for the answer. */
public interface Connectors {

    /**
     * CREATE CONNECTOR.
     *
     * @throws io.nrtstreams.sql.SqlException with all that is wrong with its settings; nothing was created then
     */
    Entity create(Statement.CreateConnector statement, String text);

    /** SHOW of connectors, of all kinds or of one, or of their plugins. */
    Entity show(Statement.Show statement, String text);

    /**
     * DESCRIBE CONNECTOR.
     *
     * @param view tells the streams and tables over the connector's topics
     */
    Entity describe(Statement.DescribeConnector statement, String text, CatalogView view);

    /** DROP CONNECTOR. */
    Entity drop(Statement.DropConnector statement, String text);
}
