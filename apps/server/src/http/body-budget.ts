/** How many bytes of bodies this process holds at once; the surplus is turned away instead of ending the process. */

export type BodyBudget = {
  /** Sets `bytes` aside; false when there is no room for them. */
  readonly take: (bytes: number) => boolean;
  readonly giveBack: (bytes: number) => void;
  readonly inUse: () => number;
};

/** A budget of `most` bytes. */
export function bodyBudget(most: number): BodyBudget {
  let inUse = 0;
  return {
    take: (bytes) => {
      if (inUse + bytes > most) return false;
      inUse += bytes;
      return true;
    },
    giveBack: (bytes) => {
      inUse -= bytes;
    },
    inUse: () => inUse,
  };
}
