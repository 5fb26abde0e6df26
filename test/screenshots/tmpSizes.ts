import { prepare } from '../../local/machine/build/prepare.ts';
import { startPictures } from './pictures.ts';
import { takeSizes } from './sizes.ts';
import { takeHomes } from './homes.ts';
await startPictures(false);
await prepare();
await takeSizes().catch((e) => console.log('sizes', e));
await takeHomes().catch((e) => console.log('homes', e));
process.exit(0);
