/**
 * The functions on URLs.
 */
@NullMarked
package io.nrtstreams.sql.function.builtin.url;

import org.jspecify.annotations.NullMarked;
