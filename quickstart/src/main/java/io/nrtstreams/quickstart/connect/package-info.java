/** Declared connectors against a Connect worker's REST interface. */
@NullMarked
package io.nrtstreams.quickstart.connect;

import org.jspecify.annotations.NullMarked;
