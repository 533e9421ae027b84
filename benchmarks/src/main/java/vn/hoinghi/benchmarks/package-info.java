/** What reading costs and how well it is done, beside a bare parse and beside others. */
package vn.hoinghi.benchmarks;
