/** What a running task says of itself as metrics. */
@NullMarked
package io.nrtstreams.connect.s3.metrics;

import org.jspecify.annotations.NullMarked;
