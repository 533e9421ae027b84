/**
 * The broker and the database that a command works with: embedded ones on a kept directory, or
 * those that the user names.
 */
package vn.hoinghi.standalone.servers;
