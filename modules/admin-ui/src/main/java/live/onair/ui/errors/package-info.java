/** The pages nobody wants to see: in words, with a way on. */
@org.jspecify.annotations.NullMarked
package live.onair.ui.errors;
