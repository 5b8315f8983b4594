/** Networks whose units have places: connections are kept short, and units may move (after Liu, Gan and Tegmark 2023). */
package org.example.modular;
