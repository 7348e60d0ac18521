/** Pull and push queries and PRINT, answered in this process. */
@NullMarked
package io.nrtstreams.analytics.query;

import org.jspecify.annotations.NullMarked;
