/** {@code hoinghi dlq}: records that were laid aside, listed, shown, and sent again. */
package vn.hoinghi.standalone.dlq;
