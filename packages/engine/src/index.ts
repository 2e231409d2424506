export type { DecodedPicture, EnginePorts, FileNotUsable, Tensor } from './ports.ts';
