/** Functions of any type, and of places on earth. */
@NullMarked
package io.nrtstreams.sql.function.builtin.general;

import org.jspecify.annotations.NullMarked;
