/**
 * {@code hoinghi correct}: what people know better than the rules, as records that survive every
 * replay.
 */
package vn.hoinghi.standalone.correct;
