/** @Label@: a plug-in for Nullcline. */
package @package@;
