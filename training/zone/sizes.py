"""The canvas that every sheet lies in, in its upper left corner; upright ones are laid on their side."""

CANVAS_WIDTH, CANVAS_HEIGHT = 1024, 704
LONG_EDGE = 1000
MOST_LINES = 3
