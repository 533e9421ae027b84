/**
 * How commands speak to people: progress, colours, text that cannot harm a terminal, exit codes, an
 * orderly end by a signal.
 */
package vn.hoinghi.standalone.terminal;
