/** Runs persistent queries on Spark: one streaming job for all queries of a depth. */
@NullMarked
package io.nrtstreams.analytics.host;

import org.jspecify.annotations.NullMarked;
