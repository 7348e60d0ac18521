/** What has been declared: streams, tables and types. */
@NullMarked
package io.nrtstreams.sql.catalog;

import org.jspecify.annotations.NullMarked;
