import type { FlatSide } from '../flat-document.ts';
import type { LightField } from './light-field.ts';
import type { Random } from './random.ts';
import { blob, type Reflection, reflectionOver } from './reflection.ts';
import { type CameraFaults, type Chance, fieldHit } from './scene.ts';
import type { Sheet } from './sheet.ts';
import { sleeveReflection } from './sleeve.ts';
import type { View } from './view.ts';

/** The reflections that the faults ask for. Glare of strength 0 falls beside the document. */
export function placeReflections(
  view: View,
  light: LightField,
  sheet: Sheet,
  side: FlatSide,
  faults: CameraFaults,
  chance: Chance,
): readonly Reflection[] {
  const reflections: Reflection[] = [];
  if (faults.glare !== undefined) {
    const random = chance('glare');
    const element = fieldHit(side, faults.glare, random);
    if (faults.glare.strength === 0) reflections.push(glareBeside(view, sheet, random));
    else if (element !== undefined) {
      reflections.push(reflectionOver(view, light, sheet, element.box, faults.glare.strength, random));
    }
  }
  if (faults.sleeve !== undefined && faults.sleeve.strength > 0) {
    reflections.push(sleeveReflection(view, light, sheet, faults.sleeve.strength, chance('sleeve')));
  }
  return reflections;
}

/** A lamp mirrored on the table, its halo ending before the document begins. */
function glareBeside(view: View, sheet: Sheet, random: Random): Reflection {
  const turn = random.between(0, 2 * Math.PI);
  const far = Math.hypot(sheet.widthMm, sheet.heightMm) / 2;
  const radiusMm = far * 0.12;
  const out = far + radiusMm * 5;
  return blob({
    centre: view.toPhoto([Math.cos(turn) * out, Math.sin(turn) * out]),
    angle: turn,
    radius: radiusMm * view.pose.pixelsPerMm,
    aspect: 1,
    halo: 3,
    squareness: 2,
  });
}
