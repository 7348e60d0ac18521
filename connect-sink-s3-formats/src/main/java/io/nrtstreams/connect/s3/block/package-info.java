/** Compression of blocks, each on its own, as formats have it that compress within a file. */
@NullMarked
package io.nrtstreams.connect.s3.block;

import org.jspecify.annotations.NullMarked;
