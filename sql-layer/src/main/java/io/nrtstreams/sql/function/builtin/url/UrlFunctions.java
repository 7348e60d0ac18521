package io.nrtstreams.sql.function.builtin.url;

import java.util.List;

/** Lists the functions on URLs. */
public final class UrlFunctions {

    private UrlFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                UrlDecodeParameter.class,
                UrlEncodeParameter.class,
                UrlFragment.class,
                UrlHost.class,
                UrlParameter.class,
                UrlPath.class,
                UrlPort.class,
                UrlProtocol.class,
                UrlQuery.class);
    }
}
