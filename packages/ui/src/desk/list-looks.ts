/** The looks of lists that open under a control. */
export const LIST = 'box max-h-80 min-w-(--trigger-width) overflow-y-auto p-1 shadow-lg';
export const ITEM =
  'flex min-h-11 cursor-pointer items-center rounded-control px-3 py-1 outline-none data-[focused]:bg-sunken data-[selected]:font-semibold';
