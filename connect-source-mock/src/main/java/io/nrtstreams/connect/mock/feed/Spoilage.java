package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a feed's values can be spoilt.
 *
 * @param removable fields of which one may go missing
 * @param numbers numbers of which one may become something else
 * @param errorBody what the service behind the feed says when it refuses; null where there is no such service
 */
public record Spoilage(
        List<FieldPath> removable,
        List<Measure> numbers,
        @Nullable String errorBody) {
    public Spoilage {
        removable = List.copyOf(removable);
        numbers = List.copyOf(numbers);
    }
}
