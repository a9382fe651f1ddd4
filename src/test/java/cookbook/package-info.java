/** The programs of docs/cookbook.md. A package of its own, as a user's is: what is not public cannot be seen from here. */
@NullMarked
package cookbook;

import org.jspecify.annotations.NullMarked;
