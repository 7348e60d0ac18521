/** Functions of JSON as text. */
@NullMarked
package io.nrtstreams.sql.function.builtin.json;

import org.jspecify.annotations.NullMarked;
