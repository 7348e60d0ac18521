/**
 * Faults between the S3 sink and a real endpoint, and a task driven as Connect drives it: what the fault tests share.
 */
@NullMarked
package io.nrtstreams.it.faults;

import org.jspecify.annotations.NullMarked;
