/** The forms in which a record's value is handed over: Struct, map, JSON text, or the device's own text. */
@NullMarked
package io.nrtstreams.connect.mock.output;

import org.jspecify.annotations.NullMarked;
