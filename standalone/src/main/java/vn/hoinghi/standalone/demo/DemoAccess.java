package vn.hoinghi.standalone.demo;

import java.time.Instant;

/**
 * One request that the demo web answered, so that a test can prove politeness.
 *
 * @param host the virtual host that was asked, lower case, without port
 * @param path raw path with query
 * @param status HTTP status that was sent
 * @param userAgent the User-Agent header, empty where none was sent
 * @param time when the request arrived
 */
public record DemoAccess(String host, String path, int status, String userAgent, Instant time) {}
