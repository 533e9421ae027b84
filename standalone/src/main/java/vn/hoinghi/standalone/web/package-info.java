/**
 * Webs of invented outlets on the loopback address, for showing and for proving: a server that
 * keeps a log of every request, and as many outlets as are wanted, made up as they are asked for.
 */
package vn.hoinghi.standalone.web;
