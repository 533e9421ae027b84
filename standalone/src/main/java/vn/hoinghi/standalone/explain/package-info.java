/** {@code hoinghi explain}: why two articles are one event or two, in words and as JSON. */
package vn.hoinghi.standalone.explain;
