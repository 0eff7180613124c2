// Every screen of the house: one line each, in the order of the navigation.
import { actScreens } from './acts/act-screen.tsx';
import type { PublicScreen, Screen } from './screen.ts';
import { account } from './screens/account/account.tsx';
import { secondFactor } from './screens/account/second-factor.tsx';
import { audit, findStream } from './screens/audit/audit.tsx';
import {
  checkpoint,
  claimBundleFile,
  eventProof,
  historyFile,
} from './screens/audit/audit-files.ts';
import { stream } from './screens/audit/stream.tsx';
import { claim } from './screens/claim/claim.tsx';
import { bill } from './screens/contributions/bill.tsx';
import { contributions } from './screens/contributions/contributions.tsx';
import { tranche } from './screens/contributions/tranche.tsx';
import { dashboard } from './screens/dashboard/dashboard.tsx';
import { dashboardChart, dashboardTable } from './screens/dashboard/dashboard-files.ts';
import { place } from './screens/dashboard/place.tsx';
import { heirs } from './screens/heirs/heirs.tsx';
import { home } from './screens/home/home.tsx';
import { letter } from './screens/letters/letters.tsx';
import { operations } from './screens/operations/operations.tsx';
import { paper } from './screens/papers/paper.tsx';
import { assemble } from './screens/payments/assemble.tsx';
import { inbox } from './screens/payments/inbox.tsx';
import { payable } from './screens/payments/payable.tsx';
import { payments } from './screens/payments/payments.tsx';
import { run } from './screens/payments/run.tsx';
import { cancelRun, releaseRun } from './screens/payments/run-acts.tsx';
import { newPerson } from './screens/people/new-person.tsx';
import { people } from './screens/people/people.tsx';
import { person } from './screens/people/person.tsx';
import { cardCheck } from './screens/public/card-check.tsx';
import { track } from './screens/public/track.tsx';
import { queue } from './screens/queue/queue.tsx';
import { receipt } from './screens/receipt/receipt.tsx';
import { reference } from './screens/reference/reference.tsx';
import { report, reportOffline } from './screens/report/report.tsx';
import { reveal } from './screens/reveal/reveal.tsx';
import { code } from './screens/sign-in/code.tsx';
import { invitation } from './screens/sign-in/invitation.tsx';
import { signIn } from './screens/sign-in/sign-in.tsx';

export const publicScreens: readonly PublicScreen[] = [
  signIn,
  code,
  invitation,
  cardCheck,
  track,
  reportOffline,
];

export const screens: readonly Screen[] = [
  home,
  dashboard,
  dashboardChart,
  dashboardTable,
  place,
  queue,
  report,
  claim,
  ...actScreens,
  heirs,
  letter,
  paper,
  reveal,
  receipt,
  payments,
  assemble,
  inbox,
  run,
  releaseRun,
  cancelRun,
  payable,
  contributions,
  bill,
  tranche,
  audit,
  findStream,
  stream,
  checkpoint,
  eventProof,
  historyFile,
  claimBundleFile,
  people,
  newPerson,
  person,
  operations,
  reference,
  account,
  secondFactor,
];
