/** The built-in functions; each package below this one has those of one subject. */
@NullMarked
package io.nrtstreams.sql.function.builtin;

import org.jspecify.annotations.NullMarked;
