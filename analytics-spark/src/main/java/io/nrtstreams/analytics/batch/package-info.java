/** Tables over files and SQL over them. */
@NullMarked
package io.nrtstreams.analytics.batch;

import org.jspecify.annotations.NullMarked;
