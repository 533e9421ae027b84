/**
 * {@code hoinghi replay}: the raw topic read again under the rules of today, beside what stands.
 */
package vn.hoinghi.standalone.replay;
