/** The SQL service: statements in, answers out. Knows no HTTP and no Spark. */
@NullMarked
package io.nrtstreams.analytics.sql;

import org.jspecify.annotations.NullMarked;
