/** The latest rows of every result topic, kept in memory within a bound. Knows no Spark. */
@NullMarked
package io.nrtstreams.analytics.tables;

import org.jspecify.annotations.NullMarked;
