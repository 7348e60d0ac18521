/** The feed that is read from a recorded file. */
@NullMarked
package io.nrtstreams.connect.mock.replay;

import org.jspecify.annotations.NullMarked;
