import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { lookAt, moveBy, type PhotoLook, type PixelPoint, type Sizes, WHOLE, zoomAt } from './view-of-photo.ts';

const STEP = 1.4;
const ARROW_PX = 60;
/** A notch of a wheel is about a hundred of its units. */
const WHEEL = 0.0022;
const MIDDLE: PixelPoint = [0, 0];

/** Wheel, drag, pinch, keys and buttons on one photograph; `photo` is the element that is moved, `frame` the one around it. */
export function usePhotoLook(frame: RefObject<HTMLElement | null>, photo: RefObject<HTMLElement | null>) {
  const [look, setLook] = useState<PhotoLook>(WHOLE);
  const pointers = useRef(new Map<number, PixelPoint>());

  const acts = useMemo(() => {
    const sizes = (): Sizes => ({
      frame: { width: frame.current?.clientWidth ?? 1, height: frame.current?.clientHeight ?? 1 },
      photo: { width: photo.current?.offsetWidth ?? 1, height: photo.current?.offsetHeight ?? 1 },
    });
    return {
      zoom: (factor: number, at: PixelPoint = MIDDLE) => setLook((now) => zoomAt(now, factor, at, sizes())),
      move: (by: PixelPoint) => setLook((now) => moveBy(now, by, sizes())),
      goTo: (corners: readonly PixelPoint[]) => setLook(lookAt(corners, sizes())),
      whole: () => setLook(WHOLE),
      nearer: () => setLook((now) => zoomAt(now, STEP, MIDDLE, sizes())),
      farther: () => setLook((now) => zoomAt(now, 1 / STEP, MIDDLE, sizes())),
    };
  }, [frame, photo]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    // React listens to the wheel passively, and then the page would scroll along.
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      acts.zoom(Math.exp(-event.deltaY * WHEEL), fromMiddle(element, event));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [frame, acts]);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.target instanceof Element && event.target.closest('button') !== null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, [event.clientX, event.clientY]);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = pointers.current.get(event.pointerId);
      if (before === undefined) return;
      const now: PixelPoint = [event.clientX, event.clientY];
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      pointers.current.set(event.pointerId, now);
      if (other === undefined) return acts.move([now[0] - before[0], now[1] - before[1]]);
      const middle = { clientX: (now[0] + other[0]) / 2, clientY: (now[1] + other[1]) / 2 };
      acts.zoom(distance(now, other) / Math.max(distance(before, other), 1), fromMiddle(event.currentTarget, middle));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => void pointers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void pointers.current.delete(event.pointerId),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const by = ARROWS[event.key];
      if (by === undefined) return;
      event.preventDefault();
      acts.move(by);
    },
  };
  return { look, acts, handlers };
}

const ARROWS: Readonly<Record<string, PixelPoint>> = {
  ArrowLeft: [ARROW_PX, 0],
  ArrowRight: [-ARROW_PX, 0],
  ArrowUp: [0, ARROW_PX],
  ArrowDown: [0, -ARROW_PX],
};

function fromMiddle(
  element: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): PixelPoint {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [clientX - left - width / 2, clientY - top - height / 2];
}

function distance([ax, ay]: PixelPoint, [bx, by]: PixelPoint): number {
  return Math.hypot(ax - bx, ay - by);
}
