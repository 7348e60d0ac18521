/** JSON_SR: rows as JSON behind a schema's id. */
@NullMarked
package io.nrtstreams.sql.format.jsonschema;

import org.jspecify.annotations.NullMarked;
