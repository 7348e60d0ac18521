/** The S3 endpoint of the embedded stack, and what its bucket holds. */
@NullMarked
package io.nrtstreams.quickstart.s3;

import org.jspecify.annotations.NullMarked;
