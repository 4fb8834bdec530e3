import { ensurePacks } from './generate';

/** Jest's globalSetup: packs the place look-ups before the first test asks for them. */
export default function setUp(): void {
  ensurePacks();
}
