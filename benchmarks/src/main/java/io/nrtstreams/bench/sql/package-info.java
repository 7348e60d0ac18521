/** Measures of the SQL layer, which run in JVMs of their own. */
@NullMarked
package io.nrtstreams.bench.sql;

import org.jspecify.annotations.NullMarked;
