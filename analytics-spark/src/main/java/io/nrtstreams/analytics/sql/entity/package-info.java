/** What statements answer: the entities of the /ksql endpoint, in the JSON that ksqlDB's clients read. */
@NullMarked
package io.nrtstreams.analytics.sql.entity;

import org.jspecify.annotations.NullMarked;
