/** A real S3 endpoint for tests, in a JVM of its own. */
@NullMarked
package io.nrtstreams.analytics.s3;

import org.jspecify.annotations.NullMarked;
