/** The transforms of a connector's configuration, run without a worker. */
@NullMarked
package io.nrtstreams.quickstart.transforms;

import org.jspecify.annotations.NullMarked;
