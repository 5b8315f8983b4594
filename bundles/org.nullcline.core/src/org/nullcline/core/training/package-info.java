/** What training is made of: objectives and optimizers. */
package org.nullcline.core.training;
