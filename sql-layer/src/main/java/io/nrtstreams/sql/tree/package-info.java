/** What a text means: statements, relations and expressions as immutable records with their positions. */
@NullMarked
package io.nrtstreams.sql.tree;

import org.jspecify.annotations.NullMarked;
