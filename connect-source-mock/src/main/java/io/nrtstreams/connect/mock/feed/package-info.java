/** The feeds that are computed: what each kind of device says, and how it is spoilt on purpose. */
@NullMarked
package io.nrtstreams.connect.mock.feed;

import org.jspecify.annotations.NullMarked;
