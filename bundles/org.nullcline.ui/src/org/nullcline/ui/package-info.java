/** The workbench: application, window, perspective and preferences. */
package org.nullcline.ui;
