/** How good a cleaning configuration is, measured against defects that were planted and labelled. */
@NullMarked
package io.nrtstreams.quickstart.score;

import org.jspecify.annotations.NullMarked;
