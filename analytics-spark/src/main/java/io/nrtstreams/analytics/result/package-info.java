/** What the queries, models and tables came to, as plain data for the server and the report. Knows no Spark. */
@NullMarked
package io.nrtstreams.analytics.result;

import org.jspecify.annotations.NullMarked;
