package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of equal length that begin at multiples of the advance after the epoch, plus the offset. Without an offset none
 * begins before the epoch. The windows found last are kept, as most rows are in those of the row before.
 */
final class EvenWindows implements TimeWindows {

    private final long size;
    private final long advance;
    private final long offset;
    private List<Window> last = List.of();
    private long lastFrom;
    private long lastTo;

    EvenWindows(long size, long advance, long offset) {
        this.size = size;
        this.advance = advance;
        this.offset = offset;
    }

    @Override
    public List<Window> of(long time) {
        if (last.isEmpty() || time < lastFrom || time >= lastTo) {
            find(time);
        }
        return last;
    }

    private void find(long time) {
        long latest = Math.floorDiv(time - offset, advance) * advance + offset;
        long before = latest - Math.floorDiv(latest + size - 1 - time, advance) * advance;
        List<Window> found = new ArrayList<>();
        for (long start = before; start <= latest; start += advance) {
            if (start >= 0 || offset != 0 || time < 0) {
                found.add(new Window(start, start + size));
            }
        }
        last = List.copyOf(found);
        lastFrom = Math.max(latest, before - advance + size);
        lastTo = Math.min(latest + advance, before + size);
    }
}
