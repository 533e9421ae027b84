/**
 * {@code hoinghi demo}: a small web of invented Vietnamese outlets on the loopback address, with
 * the truth about what it reports. It lets anyone see the whole pipeline work, and lets tests say
 * exactly what must come out, without a single request to the outside.
 */
package vn.hoinghi.standalone.demo;
