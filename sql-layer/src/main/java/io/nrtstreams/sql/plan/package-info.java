/** What a query does, as a tree of immutable nodes that prints and serialises. */
@NullMarked
package io.nrtstreams.sql.plan;

import org.jspecify.annotations.NullMarked;
