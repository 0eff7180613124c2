// Every screen of the house: one line each, in the order of the navigation.
import { actScreens } from './acts/act-screen.tsx';
import type { PublicScreen, Screen } from './screen.ts';
import { account } from './screens/account/account.tsx';
import { secondFactor } from './screens/account/second-factor.tsx';
import { claim } from './screens/claim/claim.tsx';
import { home } from './screens/home/home.tsx';
import { queue } from './screens/queue/queue.tsx';
import { reference } from './screens/reference/reference.tsx';
import { code } from './screens/sign-in/code.tsx';
import { invitation } from './screens/sign-in/invitation.tsx';
import { signIn } from './screens/sign-in/sign-in.tsx';

export const publicScreens: readonly PublicScreen[] = [signIn, code, invitation];

export const screens: readonly Screen[] = [
  home,
  queue,
  claim,
  ...actScreens,
  reference,
  account,
  secondFactor,
];
