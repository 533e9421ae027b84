package vn.hoinghi.standalone.web;

import java.time.Instant;

/**
 * One request that a simulated web answered, so that politeness can be proved.
 *
 * @param host the virtual host that was asked, lower case, without port
 * @param path raw path with query
 * @param status HTTP status that was sent, 0 where the connection was cut instead
 * @param userAgent the User-Agent header, empty where none was sent
 * @param time when the request arrived
 * @param connection the port it came from: the same for requests over one connection
 */
public record WebAccess(
    String host, String path, int status, String userAgent, Instant time, int connection) {}
