/** From statements and a catalog to plans; everything that cannot run is refused here. */
@NullMarked
package io.nrtstreams.sql.analysis;

import org.jspecify.annotations.NullMarked;
