/** A motor task as an environment: what the network sees depends on what it did. */
package org.example.reaching;
