package vn.hoinghi.content;

import java.time.Instant;

/**
 * One page as it was captured, with what its transport said about it.
 *
 * @param body the bytes after content decoding
 * @param mediaType media type without parameters ({@code text/html}), or null
 * @param charset charset as the transport declared it, or null; not yet believed
 * @param url the page's URL, or null
 * @param fetchedAt when it was captured; dates after it are not believed
 * @param publishedHint publication time a manifest gives (ISO 8601, a bare day stays a day), or
 *     null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying megabytes guards nothing
public record Capture(
    byte[] body,
    String mediaType,
    String charset,
    String url,
    Instant fetchedAt,
    String publishedHint) {}
