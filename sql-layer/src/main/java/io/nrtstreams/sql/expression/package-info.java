/** Expressions to typed closures. */
@NullMarked
package io.nrtstreams.sql.expression;

import org.jspecify.annotations.NullMarked;
