/** The functions of the language: how they are written, found and described. */
@NullMarked
package io.nrtstreams.sql.function;

import org.jspecify.annotations.NullMarked;
