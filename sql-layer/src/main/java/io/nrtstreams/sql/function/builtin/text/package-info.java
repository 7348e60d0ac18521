/**
 * The functions on strings and bytes: case, padding, search, splitting, masks, regular expressions and encodings.
 */
@NullMarked
package io.nrtstreams.sql.function.builtin.text;

import org.jspecify.annotations.NullMarked;
