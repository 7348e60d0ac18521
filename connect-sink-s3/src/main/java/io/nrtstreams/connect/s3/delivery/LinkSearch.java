package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the last link of a chain without listing the whole chain. Thread-safe.
 *
 * <p>A store lists forward only, {@value #PAGE} keys a request. What fits one page takes one request. Otherwise the
 * links from the restart position on are listed, which are few, and where there are none, the search goes back from
 * there in windows of offsets that grow by {@value #GROWTH} times, until one holds a link: at most 13 requests for
 * any chain of links that are about evenly spaced.
 */
final class LinkSearch {
    private static final int PAGE = 1000;
    private static final long FIRST_WINDOW = 1000;
    private static final long GROWTH = 32;

    private final ObjectStore store;

    LinkSearch(ObjectStore store) {
        this.store = store;
    }

    /**
     * The key of the last link.
     *
     * @param from the first offset of the chain that is not known to be durable
     */
    Optional<String> lastLink(ChainId chain, long from) {
        Page first = firstPage(chain);
        if (first.isAll()) {
            return first.last();
        }
        Optional<String> last = lastAfter(chain, ObjectNames.justBefore(chain, from));
        for (long window = FIRST_WINDOW; last.isEmpty() && window < from; window = grown(window)) {
            last = lastAfter(chain, ObjectNames.justBefore(chain, from - window));
        }
        return last.isPresent() ? last : lastAfter(chain, "");
    }

    private static long grown(long window) {
        return Math.min(window, Long.MAX_VALUE / GROWTH) * GROWTH;
    }

    private record Page(Optional<String> last, boolean isAll) {}

    private Page firstPage(ChainId chain) {
        try (Stream<StoredObject> objects = store.list(ObjectNames.linkPrefix(chain))) {
            Iterator<StoredObject> keys = objects.iterator();
            Optional<String> last = Optional.empty();
            for (int i = 0; i < PAGE && keys.hasNext(); i++) {
                String key = keys.next().key();
                last = ObjectNames.isLinkOf(chain, key) ? Optional.of(key) : last;
            }
            return new Page(last, !keys.hasNext());
        }
    }

    private Optional<String> lastAfter(ChainId chain, String after) {
        try (Stream<StoredObject> objects = store.list(ObjectNames.linkPrefix(chain), after)) {
            return objects.map(StoredObject::key)
                    .filter(key -> ObjectNames.isLinkOf(chain, key))
                    .reduce((before, last) -> last);
        }
    }
}
