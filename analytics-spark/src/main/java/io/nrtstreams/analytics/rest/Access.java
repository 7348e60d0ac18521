package io.nrtstreams.analytics.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Who is let in: users with passwords (basic authentication, RFC 7617), and holders of tokens (bearer, RFC 6750). Nothing
 * that opens a door is kept: of passwords there is a {@link PasswordHash}, of tokens, which are long and random, the
 * SHA-256. Immutable.
 */
public final class Access {

    /** Everyone who can reach the server. */
    public static final Access OPEN = new Access(Map.of(), Map.of(), true);

    private static final int TOKEN_BYTES = 32;

    private final Map<String, PasswordHash> users;
    private final Map<String, String> holdersByTokenHash;
    private final boolean isOpen;
    /** Checked for names that there are not, so that how long it takes does not tell which names there are. */
    private final PasswordHash noOne = PasswordHash.of(new char[] {'-'}, new SecureRandom());

    private Access(Map<String, PasswordHash> users, Map<String, String> holdersByTokenHash, boolean isOpen) {
        this.users = Map.copyOf(users);
        this.holdersByTokenHash = Map.copyOf(holdersByTokenHash);
        this.isOpen = isOpen;
    }

    /**
     * Reads who is let in. Each line is {@code NAME:HASH}; empty ones and those that begin with # are skipped.
     *
     * @param users the file with users, as {@link #userLine} makes its lines
     * @param tokens the file with tokens, as {@link #tokenLine} makes its lines
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a line is wrong, or no one is let in; names the file and the line's number
     */
    public static Access read(Optional<Path> users, Optional<Path> tokens) throws IOException {
        Map<String, PasswordHash> hashes = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        if (users.isPresent()) {
            lines(users.get(), (name, hash) -> {
                if (hashes.put(name, PasswordHash.parse(hash)) != null) {
                    throw new IllegalArgumentException("the user is there twice: keep one line");
                }
            });
        }
        if (tokens.isPresent()) {
            lines(tokens.get(), (name, hash) -> {
                if (!hash.matches("[0-9a-f]{64}")) {
                    throw new IllegalArgumentException("expected the SHA-256 of a token in 64 hexadecimal digits");
                }
                holders.put(hash, name);
            });
        }
        if (hashes.isEmpty() && holders.isEmpty()) {
            throw new IllegalArgumentException("no user and no token would be let in: add one to the file");
        }
        return new Access(hashes, holders, false);
    }

    private static void lines(Path file, BiConsumer<String, String> taker) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                int colon = line.indexOf(':');
                if (colon < 1) {
                    throw new IllegalArgumentException("expected NAME:HASH");
                }
                taker.accept(line.substring(0, colon), line.substring(colon + 1));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
    }

    /**
     * The line of the file of users that lets this one in.
     *
     * @throws IllegalArgumentException when the name cannot stand in the file
     */
    public static String userLine(String name, char[] password, SecureRandom random) {
        return checked(name) + ":" + PasswordHash.of(password, random);
    }

    /** A token: 32 random bytes as text. Only its holder keeps it. */
    public static String newToken(SecureRandom random) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The line of the file of tokens that lets the holder of the token in.
     *
     * @throws IllegalArgumentException when the name cannot stand in the file
     */
    public static String tokenLine(String holder, String token) {
        return checked(holder) + ":" + sha256(token);
    }

    private static String checked(String name) {
        if (name.isBlank() || name.startsWith("#") || name.chars().anyMatch(c -> c == ':' || c < ' ')) {
            throw new IllegalArgumentException("a name must not be empty, begin with #, or hold a colon or a line end");
        }
        return name;
    }

    boolean isOpen() {
        return isOpen;
    }

    /**
     * Who sends an {@code Authorization} header; empty for no one that is let in. Takes about 0.1 s of CPU for a password.
     */
    Optional<String> who(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? authorization : authorization.substring(0, space);
        String credentials = space < 0 ? "" : authorization.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return Optional.ofNullable(holdersByTokenHash.get(sha256(credentials)));
        }
        return scheme.equalsIgnoreCase("Basic") && !users.isEmpty() ? user(credentials) : Optional.empty();
    }

    private Optional<String> user(String credentials) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = pair.substring(0, colon);
        boolean matches = users.getOrDefault(name, noOne)
                .matches(pair.substring(colon + 1).toCharArray());
        return matches && users.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256, which each JDK has", e);
        }
    }
}
