/** A point in the upright photo as it was received, in pixels; (0, 0) is the outer corner of the top left pixel. */
export type PhotoPoint = { readonly x: number; readonly y: number; readonly space?: 'photo' };

/** A point on the straightened page, in pixels of `Page.image`. */
export type PagePoint = { readonly x: number; readonly y: number; readonly space?: 'page' };

/** Four corners, clockwise from the top left in reading direction. */
export type Quad<P> = readonly [P, P, P, P];

/** Row-major 3×3, applied to column vectors (x, y, 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];
