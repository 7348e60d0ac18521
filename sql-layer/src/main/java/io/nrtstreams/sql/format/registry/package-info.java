/** The formats that need a schema registry, together. */
@NullMarked
package io.nrtstreams.sql.format.registry;

import org.jspecify.annotations.NullMarked;
