/** Functions of arrays and maps, some with lambdas. */
@NullMarked
package io.nrtstreams.sql.function.builtin.collection;

import org.jspecify.annotations.NullMarked;
