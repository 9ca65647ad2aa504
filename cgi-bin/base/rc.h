/* rc.h - the one result type of the whole program. */
#ifndef BASE_RC_H
#define BASE_RC_H

enum rc {
	RC_OK = 0,
	RC_NOT_FOUND,	/* no such thing, or not yours to see */
	RC_DENIED,	/* it exists and you may know that, but not do this */
	RC_INVALID,	/* what was sent is wrong; the problems say where */
	RC_CONFLICT,	/* somebody else changed it first */
	RC_GONE,	/* was public once, was deleted; a tombstone stays */
	RC_TOO_LARGE,	/* more than a declared limit */
	RC_BUSY,	/* try again in a moment */
	RC_FAIL,	/* our fault; already logged where it happened */
	RC__MAX
};

#endif
