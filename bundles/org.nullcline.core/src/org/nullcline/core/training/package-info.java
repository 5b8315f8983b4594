/** What training is made of: objectives, optimizers, regularizers and hooks. */
package org.nullcline.core.training;
