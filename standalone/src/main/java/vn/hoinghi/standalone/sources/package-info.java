/** {@code hoinghi sources}: how the outlets do. */
package vn.hoinghi.standalone.sources;
