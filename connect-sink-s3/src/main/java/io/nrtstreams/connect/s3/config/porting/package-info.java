/**
 * Reads the keys of other S3 sinks: each becomes keys of this one, has no effect, or is refused with what to do instead.
 * Pure: it turns one map of properties into another, and says what it did.
 */
@NullMarked
package io.nrtstreams.connect.s3.config.porting;

import org.jspecify.annotations.NullMarked;
