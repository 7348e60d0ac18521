/** The catalog, and statements carried out. */
@NullMarked
package io.nrtstreams.sql.engine;

import org.jspecify.annotations.NullMarked;
