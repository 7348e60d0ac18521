/** Tests of what tasks read and write, with a real broker. */
@NullMarked
package io.nrtstreams.analytics.host.output;

import org.jspecify.annotations.NullMarked;
