/** From text to statements and back. */
@NullMarked
package io.nrtstreams.sql.parser;

import org.jspecify.annotations.NullMarked;
