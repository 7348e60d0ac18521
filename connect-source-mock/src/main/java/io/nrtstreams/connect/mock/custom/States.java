package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import java.util.List;

/**
 * A state machine of each device. A device's records are parted into frames of {@code frame}; a frame begins in the
 * first state, as does the record after a state that none follows. A record costs at most {@code frame} draws.
 *
 * @param draws of this field alone
 * @param names of the states, the first is where a frame begins
 * @param next for each state the choices of the one after it; null where none follows
 * @param frame how many records
 */
record States(Draws draws, List<String> names, List<Choices> next, List<Boolean> last, int frame) implements Generator {
    private static final int ORIGIN = 63;
    private static final int NEXT = 0;

    @Override
    public Object value(Moment moment) {
        long origin = (draws.bits(moment.device, ORIGIN) >>> 6) + moment.round / frame * frame;
        int steps = (int) (moment.round % frame);
        int state = 0;
        for (int step = 0; step < steps; step++) {
            state = last.get(state) ? 0 : next.get(state).drawn(draws, origin + step, NEXT);
        }
        return names.get(state);
    }
}
