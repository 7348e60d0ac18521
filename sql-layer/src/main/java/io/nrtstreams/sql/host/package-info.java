/** A whole set of queries in one process, with state in memory. */
@NullMarked
package io.nrtstreams.sql.host;

import org.jspecify.annotations.NullMarked;
