/** The mock source: a connector, its tasks, and the series of records they emit. */
@NullMarked
package io.nrtstreams.connect.mock;

import org.jspecify.annotations.NullMarked;
