import { applyMatrix, invertMatrix, type Matrix, multiplyMatrices, type Point } from './homography.ts';

/** How the camera stands over the table. The table is the plane z = 0 in millimetres; the document lies at its origin. */
export type Pose = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Rotation of the document in the frame, degrees clockwise. */
  readonly rotationDegrees: number;
  /** Angle between the camera's axis and the table's normal, and the direction in which it leans. */
  readonly tiltDegrees: number;
  readonly tiltDirectionDegrees: number;
  /** Scale at the origin. */
  readonly pixelsPerMm: number;
  /** Where the origin appears, in pixels from the frame's centre. */
  readonly offsetPx: Point;
  /** First radial coefficient, in half diagonals of the frame: below 0 barrel, above 0 pincushion. */
  readonly distortion: number;
};

/** The camera as a pair of mappings that undo one another. */
export type View = {
  readonly pose: Pose;
  readonly toPhoto: (mm: Point) => Point;
  readonly toTable: (px: Point) => Point;
  /** Undistorted frame coordinates (half diagonals from the centre) to millimetres; the render loop inlines this. */
  readonly frameToTable: Matrix;
};

/** Focal length of a phone's main camera in half diagonals of its sensor: 26 mm over 21.6 mm in 35 mm terms. */
const FOCAL_LENGTH = 1.2;
const DISTORTION_STEPS = 5;

/** Wires a pose up to its two mappings. */
export function viewFrom(pose: Pose): View {
  const half = halfDiagonal(pose);
  const tableToFrame = projection(pose, half);
  const frameToTable = invertMatrix(tableToFrame);
  const [cx, cy] = [pose.widthPx / 2, pose.heightPx / 2];
  return {
    pose,
    frameToTable,
    toTable: ([x, y]) => {
      const [u, v] = [(x - cx) / half, (y - cy) / half];
      const stretch = 1 + pose.distortion * (u * u + v * v);
      return applyMatrix(frameToTable, [u * stretch, v * stretch]);
    },
    toPhoto: (mm) => {
      const [u, v] = distort(applyMatrix(tableToFrame, mm), pose.distortion);
      return [cx + u * half, cy + v * half];
    },
  };
}

export function halfDiagonal(pose: Pick<Pose, 'widthPx' | 'heightPx'>): number {
  return Math.hypot(pose.widthPx, pose.heightPx) / 2;
}

function projection(pose: Pose, half: number): Matrix {
  const turn = radians(pose.rotationDegrees);
  const lean = radians(pose.tiltDirectionDegrees);
  const tilt = radians(pose.tiltDegrees);
  const inPlane: Matrix = [Math.cos(turn), -Math.sin(turn), 0, Math.sin(turn), Math.cos(turn), 0, 0, 0, 1];
  const [c, s] = [Math.cos(lean), Math.sin(lean)];
  const distance = (FOCAL_LENGTH * half) / pose.pixelsPerMm;
  // Turned so that the table leans about the axis (c, s): shortened across that axis, and farther away on one side.
  const shorten = 1 - Math.cos(tilt);
  const away = Math.sin(tilt);
  const leaned: Matrix = [
    FOCAL_LENGTH * (1 - s * s * shorten),
    FOCAL_LENGTH * c * s * shorten,
    0,
    FOCAL_LENGTH * c * s * shorten,
    FOCAL_LENGTH * (1 - c * c * shorten),
    0,
    -s * away,
    c * away,
    distance,
  ];
  const [ox, oy] = [pose.offsetPx[0] / half, pose.offsetPx[1] / half];
  return multiplyMatrices([1, 0, ox, 0, 1, oy, 0, 0, 1], multiplyMatrices(leaned, inPlane));
}

/** Undoes u = d · (1 + k·|d|²) by fixed-point steps; for the small k of phones it settles within a thousandth of a pixel. */
function distort([u, v]: Point, k: number): Point {
  let [x, y] = [u, v];
  for (let step = 0; step < DISTORTION_STEPS; step++) {
    const stretch = 1 + k * (x * x + y * y);
    [x, y] = [u / stretch, v / stretch];
  }
  return [x, y];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
