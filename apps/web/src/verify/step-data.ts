import { useLoaderData } from 'react-router';

/** The data of a step. They are null only where the link does not open, and then no step is rendered. */
export function useStepData<Loader>(): NonNullable<ReturnType<typeof useLoaderData<Loader>>> {
  const loaded = useLoaderData<Loader>();
  if (loaded === null || loaded === undefined) throw new Error('a step was rendered without the verification');
  return loaded;
}
