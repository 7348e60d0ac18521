package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.tree.Statement;

/** Carries out the statements about connectors. Thread-safe. {@code text} is the statement's own, for the answer. */
public interface Connectors {

    /** @throws io.nrtstreams.sql.SqlException with all that is wrong with its settings; nothing was created then */
    Entity create(Statement.CreateConnector statement, String text);

    /** @param statement one that shows connectors, of all kinds or of one, or their plugins */
    Entity show(Statement.Show statement, String text);

    /** @param view tells the streams and tables over the connector's topics */
    Entity describe(Statement.DescribeConnector statement, String text, CatalogView view);

    Entity drop(Statement.DropConnector statement, String text);
}
