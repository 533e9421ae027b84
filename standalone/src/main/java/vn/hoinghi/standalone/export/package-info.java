/** {@code hoinghi export}: the tables as files. */
package vn.hoinghi.standalone.export;
