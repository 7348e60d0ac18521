/** What a running transform says of itself as metrics. */
@NullMarked
package io.nrtstreams.connect.cleaning.metrics;

import org.jspecify.annotations.NullMarked;
