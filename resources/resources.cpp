// The library's resources register themselves; this file gives it an object to hold them.
