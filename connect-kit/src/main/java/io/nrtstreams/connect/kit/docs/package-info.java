@NullMarked
package io.nrtstreams.connect.kit.docs;

import org.jspecify.annotations.NullMarked;
