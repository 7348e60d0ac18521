package io.nrtstreams.shell;

/** Words of statements. */
final class Words {

    private Words() {}

    /** The letters that a text begins with. */
    static String first(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** What stands behind the first word, without a semicolon at its end and without quotes around it. */
    static String argument(String text) {
        String rest = text.strip().substring(first(text.strip()).length()).strip();
        String argument =
                rest.endsWith(";") ? rest.substring(0, rest.length() - 1).strip() : rest;
        boolean quoted = argument.length() > 1 && argument.startsWith("'") && argument.endsWith("'");
        return quoted ? argument.substring(1, argument.length() - 1).replace("''", "'") : argument;
    }
}
