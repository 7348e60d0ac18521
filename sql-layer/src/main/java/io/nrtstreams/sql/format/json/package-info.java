/** JSON as a format of keys and values. */
@NullMarked
package io.nrtstreams.sql.format.json;

import org.jspecify.annotations.NullMarked;
