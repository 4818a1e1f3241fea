"""Files become documents: `reading` decides the format from the bytes and has one reader read it."""
