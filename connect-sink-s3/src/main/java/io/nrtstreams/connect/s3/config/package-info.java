/** The sink's configuration: keys, checks, and the typed settings that everything below reads. */
@NullMarked
package io.nrtstreams.connect.s3.config;

import org.jspecify.annotations.NullMarked;
