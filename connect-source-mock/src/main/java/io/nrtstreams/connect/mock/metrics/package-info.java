/** What a running task says of itself as metrics. */
@NullMarked
package io.nrtstreams.connect.mock.metrics;

import org.jspecify.annotations.NullMarked;
