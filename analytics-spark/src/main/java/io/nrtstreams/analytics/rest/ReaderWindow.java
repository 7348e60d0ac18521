package io.nrtstreams.analytics.rest;

import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * How much the reader of an HTTP/2 stream takes now (RFC 9113, section 5.2). A frame that is larger is cut in two, which
 * those who take a frame for a document do not survive. Used on the event loop.
 */
final class ReaderWindow {

    /** The largest frame that each reader takes (RFC 9113, section 4.2). */
    private static final int LARGEST_FRAME = 16 << 10;

    private ReaderWindow() {}

    /**
     * Whether these bytes go in one frame; yes where nothing can be done about it. Readers often grow the window only when
     * half of it is used up, so no more than half is waited for.
     */
    static boolean hasRoom(HttpConnection connection, int streamId, int bytes) {
        if (!(connection instanceof ConnectionBase base)
                || !(base.channelHandlerContext().handler() instanceof Http2ConnectionHandler handler)) {
            return true;
        }
        Http2Stream stream = handler.connection().stream(streamId);
        if (stream == null) {
            return true;
        }
        Http2RemoteFlowController windows = handler.encoder().flowController();
        int wanted = Math.min(bytes, Math.min(LARGEST_FRAME, windows.initialWindowSize() / 2));
        return windows.windowSize(stream) >= wanted
                && windows.windowSize(handler.connection().connectionStream()) >= wanted;
    }
}
