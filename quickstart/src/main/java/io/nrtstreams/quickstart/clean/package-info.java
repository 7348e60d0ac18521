/** A dry run of a cleaning configuration. */
@NullMarked
package io.nrtstreams.quickstart.clean;

import org.jspecify.annotations.NullMarked;
