/** The edge to S3, and the only package that knows the AWS SDK. */
@NullMarked
package io.nrtstreams.connect.s3.storage;

import org.jspecify.annotations.NullMarked;
