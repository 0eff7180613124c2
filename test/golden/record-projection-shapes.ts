// Records the form of the rows of every new version of a projection; a recorded version stays as it is.
import { foldedProjections } from '../../projections/registry.ts';
import { recordShapes, shapeOf, shapesFile } from './projection-shapes.ts';

const shapes = Object.fromEntries(
  foldedProjections.map((projection) => [
    projection.name,
    { version: projection.version, shape: shapeOf(projection) },
  ]),
);
const { recorded, refused } = recordShapes(shapesFile, shapes);
for (const name of recorded) process.stdout.write(`recorded ${name}\n`);
for (const name of refused)
  process.stderr.write(
    `refused ${name}: its rows changed their form. Old rows would be read as new ones: raise its ` +
      'version in projections/registry.ts and in the names of its tables, and record again.\n',
  );
if (refused.length > 0) process.exitCode = 1;
