/** Feeds that a user defines: fields, their distributions, and what they refer to. */
@NullMarked
package io.nrtstreams.connect.mock.custom;

import org.jspecify.annotations.NullMarked;
