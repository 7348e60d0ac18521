package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a statement of the /ksql endpoint answers. Components of the records are the JSON's fields, and {@code @type} says
 * which record it is; {@link EntityJson} writes them. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
public sealed interface Entity
        permits CommandEntity,
                ConnectorEntity,
                DescriptionEntity,
                FunctionEntity,
                ListingEntity,
                SessionEntity,
                TopicEntity {

    /** The statement that it answers. */
    String statementText();

    /** What its user should know though it was carried out. */
    List<Warning> warnings();

    /** A sentence for the user. */
    record Warning(String message) {}
}
