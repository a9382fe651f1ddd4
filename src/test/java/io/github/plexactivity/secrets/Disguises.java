package io.github.plexactivity.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which a secret may be seen: as it is, in part, and as what encodes, escapes or dumps makes of it. */
final class Disguises {

    /** So much of a secret in a row is no accident, and too much. */
    private static final int FRAGMENT = 10;

    private static final Pattern BETWEEN_HEX_DIGITS = Pattern.compile("(?i)0x|[^0-9a-f]");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[^0-9]+");

    private static final Pattern PERCENTS = Pattern.compile("%([0-9a-f]{2})");

    private final String hex;
    private final String numbers;
    private final Map<String, String> inAnyCase = new LinkedHashMap<>();
    private final Map<String, String> exactly = new LinkedHashMap<>();

    /** The forms of one secret of ASCII characters. */
    Disguises(String secret) {
        byte[] bytes = secret.getBytes(ISO_8859_1);
        hex = HexFormat.of().formatHex(bytes);
        numbers = spelt(secret, c -> " " + c) + " ";
        inAnyCase.put("as it is", secret);
        inAnyCase.put("reversed", new StringBuilder(secret).reverse().toString());
        inAnyCase.put("in JSON", secret.replace("\\", "\\\\").replace("\"", "\\\""));
        inAnyCase.put("in escapes", spelt(secret, c -> "\\u" + HexFormat.of().toHexDigits((char) c)));
        inAnyCase.put("in references", spelt(secret, c -> "&#" + c + ";"));
        inAnyCase.put(
                "in HTML", secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        inAnyCase.put("in characters of two bytes", spelt(secret, c -> "\0" + (char) c));
        for (int i = 0; i + FRAGMENT <= secret.length(); i += 1 + secret.length() / 100) {
            inAnyCase.put("in part, from " + i, secret.substring(i, i + FRAGMENT));
        }
        for (int shift = 0; shift < 3; shift++) {
            exactly.put("in Base64, shifted by " + shift, base64(bytes, shift, Base64.getEncoder()));
            exactly.put("in Base64 of addresses, shifted by " + shift, base64(bytes, shift, Base64.getUrlEncoder()));
        }
        inAnyCase.replaceAll((how, form) -> form.toLowerCase(Locale.ROOT));
    }

    /** How the secret is in this text, if it is. */
    Optional<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (BETWEEN_HEX_DIGITS.matcher(lower).replaceAll("").contains(hex)) {
            return Optional.of("in hex");
        }
        if ((" " + BETWEEN_NUMBERS.matcher(text).replaceAll(" ") + " ").contains(numbers)) {
            return Optional.of("in numbers");
        }
        String decoded = decoded(lower);
        return first(inAnyCase, lower)
                .or(() -> first(exactly, text))
                .or(() -> first(inAnyCase, decoded).map(how -> how + ", in an address"))
                .or(() -> first(inAnyCase, decoded(decoded)).map(how -> how + ", in an address twice"));
    }

    private static Optional<String> first(Map<String, String> forms, String text) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String decoded(String address) {
        return PERCENTS.matcher(address)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) HexFormat.fromHexDigits(match.group(1)))));
    }

    private static String spelt(String secret, IntFunction<String> character) {
        return secret.chars().mapToObj(character).collect(joining());
    }

    /** Without the characters that what comes before or after it has a part in. */
    private static String base64(byte[] secret, int shift, Base64.Encoder encoder) {
        byte[] shifted = new byte[secret.length + shift];
        System.arraycopy(secret, 0, shifted, shift, secret.length);
        String whole =
                encoder.withoutPadding().encodeToString(Arrays.copyOf(shifted, shifted.length - shifted.length % 3));
        return whole.substring(shift == 0 ? 0 : 4);
    }
}
