package live.onair.api;

/** The body of a request cannot be read as what the operation takes. Answered with 400. */
class BadBodyException extends RuntimeException {

    BadBodyException(String message) {
        super(message);
    }
}
