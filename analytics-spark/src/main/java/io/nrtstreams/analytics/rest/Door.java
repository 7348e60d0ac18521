package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has access. Passwords are checked by one thread, away from the event loops; who was let in is remembered by
 * a keyed hash of what was shown, for the last 1024 of them. Thread-safe.
 */
final class Door {

    private static final int REMEMBERED = 1024;

    private final Access access;
    private final Workers workers;
    private final RestMetrics metrics;
    /** What is remembered cannot be looked up by who reads a dump of the memory of another run. */
    private final String salt = random();

    private final Map<String, String> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    Door(Access access, Workers workers, RestMetrics metrics) {
        this.access = access;
        this.workers = workers;
        this.metrics = metrics;
    }

    private static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Succeeds on the context for who is let in, and fails with the refusal. */
    Future<@Nullable Void> enter(@Nullable String authorization, Context context) {
        if (access.isOpen()) {
            return Future.succeededFuture();
        }
        if (authorization == null) {
            return Future.failedFuture(refusal("the server wants to know who asks: send an Authorization header with"
                    + " basic credentials or a bearer token"));
        }
        String key = Access.sha256(salt + authorization);
        if (known.containsKey(key)) {
            return Future.succeededFuture();
        }
        Promise<@Nullable Void> answer = Promise.promise();
        try {
            workers.password(() -> {
                Optional<String> who = access.who(authorization);
                who.ifPresent(name -> known.put(key, name));
                context.runOnContext(back -> {
                    if (who.isPresent()) {
                        answer.complete();
                    } else {
                        answer.fail(
                                refusal("no one has these credentials: check the name and the password, or the token"));
                    }
                });
            });
        } catch (RefusedRequest e) {
            return Future.failedFuture(e);
        }
        return answer.future();
    }

    private RefusedRequest refusal(String message) {
        metrics.refusedAtDoor();
        return new RefusedRequest(ErrorCode.UNAUTHORIZED, message);
    }
}
