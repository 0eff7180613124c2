// What the navigation of a person holds: the screens that they may open.
import type { Visitor } from './house.ts';
import type { MenuItem } from './layout.tsx';
import { mayOpen } from './may-open.ts';
import { screens } from './routes.ts';

export const menuOf = (visitor: Visitor | undefined): readonly MenuItem[] =>
  visitor === undefined || visitor.mustEnrol
    ? []
    : screens.flatMap(({ path, menu, acts }) =>
        menu === undefined || !mayOpen(visitor, { acts }) ? [] : [{ path, word: menu }],
      );
