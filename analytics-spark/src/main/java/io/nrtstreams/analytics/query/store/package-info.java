/** The rows of tables on this server's disk, ordered by key, kept by what the tables' queries write. */
@NullMarked
package io.nrtstreams.analytics.query.store;

import org.jspecify.annotations.NullMarked;
