/** The records of computed feeds: clean or spoilt, in the form that is asked for. */
@NullMarked
package io.nrtstreams.connect.mock.generated;

import org.jspecify.annotations.NullMarked;
