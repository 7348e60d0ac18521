/** What every series of records has in common: shards, positions, schedules and draws. Knows no clock and no worker. */
@NullMarked
package io.nrtstreams.connect.mock.series;

import org.jspecify.annotations.NullMarked;
