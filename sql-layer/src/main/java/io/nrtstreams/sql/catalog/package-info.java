/** What has been declared: streams, tables, types and models. */
@NullMarked
package io.nrtstreams.sql.catalog;

import org.jspecify.annotations.NullMarked;
